package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.SnomedCode;

/**
 * Reference sets of SNOMED CT in Release Format 2, tab-separated: which concepts are imaging
 * procedures, and which NICIP code each maps to. A full file gives every change of a member, so
 * that it counts from one day to another; of a snapshot the last change alone is known.
 */
final class TerminologyRelease {

  /**
   * United Kingdom diagnostic imaging procedure simple reference set, which the DIDS user guidance
   * names as the list of valid codes.
   */
  static final String IMAGING_PROCEDURES = "999001111000000105";

  private static final Pattern NICIP = Pattern.compile("[A-Z]{1,6}");

  /** One change of a member: what it joins, and whether it holds from that day. */
  private record Change(LocalDate day, boolean active) {}

  /** A member: the concept, and for a map what it maps to. */
  private record Member(String concept, String target) implements Comparable<Member> {

    @Override
    public int compareTo(Member other) {
      return Comparator.comparing(Member::concept)
          .thenComparing(Member::target)
          .compare(this, other);
    }
  }

  private final SourceFile file;
  private final Map<Member, List<Change>> members = new TreeMap<>();
  private int effective;
  private int active;
  private int refset;
  private int concept;
  private int target;

  TerminologyRelease(Path path) {
    this.file = SourceFile.tabbed(path);
  }

  /** Concepts of one reference set. */
  void copyConceptsTo(ListFile list, String wantedRefset) {
    file.each(
        this::find,
        line -> {
          if (wantedRefset.equals(line.text(refset))) {
            remember(line, "");
          }
        });
    refuseNone("has no member of the reference set " + wantedRefset);
    write((member, since, until) -> list.write(member.concept(), since, until));
  }

  /** Maps to NICIP codes; those to other lists stand in the same file and have digits in them. */
  void copyMapsTo(ListFile list) {
    file.each(
        header -> {
          find(header);
          target = header.required("mapTarget");
        },
        line -> {
          String mapped = line.text(target);
          if (mapped != null && NICIP.matcher(mapped).matches()) {
            remember(line, mapped);
          }
        });
    refuseNone("maps nothing to a NICIP code");
    write((member, since, until) -> list.write(member.target(), member.concept(), since, until));
  }

  private void find(SourceFile.Header header) {
    effective = header.required("effectiveTime");
    active = header.required("active");
    refset = header.required("refsetId");
    concept = header.required("referencedComponentId");
  }

  private void remember(SourceLine line, String mapped) {
    String code = line.required(concept, "referencedComponentId");
    if (!SnomedCode.hasForm(code)) {
      throw line.fault("referencedComponentId is no SNOMED CT code: its check digit is wrong");
    }
    LocalDate day = line.day(effective, "effectiveTime");
    if (day == null) {
      throw line.fault("effectiveTime is empty");
    }
    members
        .computeIfAbsent(new Member(code, mapped), unused -> new ArrayList<>())
        .add(new Change(day, "1".equals(line.required(active, "active"))));
  }

  private void refuseNone(String fault) {
    if (members.isEmpty()) {
      throw new InvalidSubmissionException(file.name() + " " + fault + ". Nothing was imported.");
    }
  }

  private interface Span {
    void write(Member member, LocalDate since, LocalDate until);
  }

  /** Of a member that is known to have ended alone, the beginning is open. */
  private void write(Span span) {
    members.forEach(
        (member, changes) -> {
          changes.sort(Comparator.comparing(Change::day));
          LocalDate since = null;
          boolean holds = !changes.get(0).active();
          for (Change change : changes) {
            if (holds && !change.active()) {
              span.write(member, since, change.day());
            } else if (!holds && change.active()) {
              since = change.day();
            }
            holds = change.active();
          }
          if (holds) {
            span.write(member, since, null);
          }
        });
  }
}
