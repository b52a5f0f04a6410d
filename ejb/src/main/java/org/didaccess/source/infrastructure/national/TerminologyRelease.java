package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.SnomedCode;

/**
 * Reference sets of SNOMED CT in Release Format 2, tab-separated: which concepts are imaging
 * procedures, and which NICIP code each maps to. A full file gives every change of a member, so
 * that it counts from one day to another; of a snapshot the last change alone is known.
 *
 * <p>A member is known by its own id: one may end on the day on which another begins for the same
 * concept. The concept is in the set while any of its members is.
 */
final class TerminologyRelease {

  /**
   * United Kingdom diagnostic imaging procedure simple reference set, which the DIDS user guidance
   * names as the list of valid codes.
   */
  static final String IMAGING_PROCEDURES = "999001111000000105";

  private static final Pattern NICIP = Pattern.compile("[A-Z]{1,6}");

  /** What a member joins: the concept, and for a map what it maps to. */
  private record Entry(String concept, String target) {}

  /** One change of a member: what it joins from that day, or whether it ends. */
  private record Change(LocalDate day, boolean active, Entry entry) {}

  private final SourceFile file;
  private final Map<String, List<Change>> members = new HashMap<>();
  private int id;
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
    write((entry, span) -> list.write(entry.concept(), span.since(), span.until()));
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
    write((entry, span) -> list.write(entry.target(), entry.concept(), span.since(), span.until()));
  }

  private void find(SourceFile.Header header) {
    id = header.required("id");
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
        .computeIfAbsent(line.required(id, "id"), unused -> new ArrayList<>())
        .add(new Change(day, "1".equals(line.required(active, "active")), new Entry(code, mapped)));
  }

  private void refuseNone(String fault) {
    if (members.isEmpty()) {
      throw new InvalidSubmissionException(file.name() + " " + fault + ". Nothing was imported.");
    }
  }

  private void write(BiConsumer<Entry, Span> list) {
    Map<Entry, List<Span>> spans =
        new TreeMap<>(Comparator.comparing(Entry::concept).thenComparing(Entry::target));
    members.values().forEach(changes -> collect(changes, spans));
    spans.forEach((entry, all) -> Span.joined(all).forEach(span -> list.accept(entry, span)));
  }

  /**
   * The spans of one member. Of one that is known to have ended alone, the beginning is open; where
   * a day both ends and begins it, it goes on.
   */
  private static void collect(List<Change> changes, Map<Entry, List<Span>> spans) {
    changes.sort(Comparator.comparing(Change::day).thenComparing(Change::active));
    Change first = changes.get(0);
    Entry held = first.active() ? null : first.entry();
    LocalDate since = null;
    for (Change change : changes) {
      Entry next = change.active() ? change.entry() : null;
      if (held != null && !held.equals(next)) {
        add(spans, held, new Span(since, change.day()));
      }
      if (next != null && !next.equals(held)) {
        since = change.day();
      }
      held = next;
    }
    if (held != null) {
      add(spans, held, new Span(since, null));
    }
  }

  private static void add(Map<Entry, List<Span>> spans, Entry entry, Span span) {
    spans.computeIfAbsent(entry, unused -> new ArrayList<>()).add(span);
  }
}
