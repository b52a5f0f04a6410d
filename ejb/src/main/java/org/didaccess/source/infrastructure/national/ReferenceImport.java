package org.didaccess.source.infrastructure.national;

import static org.didaccess.source.infrastructure.national.PlainList.Form.DAY;
import static org.didaccess.source.infrastructure.national.PlainList.Form.NICIP;
import static org.didaccess.source.infrastructure.national.PlainList.Form.NUMBER;
import static org.didaccess.source.infrastructure.national.PlainList.Form.TEXT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.infrastructure.national.PlainList.Column;

/** Makes a new version of the reference of published files and of the version before it. */
public final class ReferenceImport {

  private static final String[] ORGANISATION = {
    "code", "name", "role", "parent", "opened", "closed"
  };
  private static final int ROLE = 2;
  private static final String[] POSTCODE = {
    "postcode", "introduced", "terminated", "lsoa", "msoa", "region"
  };
  private static final String[] SNOMED = {"code", "active_from", "inactive_from"};
  private static final String[] IMAGING_MAP = {"nicip", "snomed", "from", "to"};
  private static final List<Column> NICIP_CODES =
      List.of(
          new Column("code", NICIP),
          new Column("active_from", DAY),
          new Column("inactive_from", DAY));
  private static final List<Column> LABELS =
      List.of(new Column("kind", TEXT), new Column("id", TEXT), new Column("label", TEXT));
  private static final List<Column> VALUES =
      List.of(
          new Column("list", TEXT),
          new Column("code", TEXT),
          new Column("label", TEXT),
          new Column("group", NUMBER),
          new Column("from", DAY),
          new Column("to", DAY));

  private final ReferenceVersions versions;
  private final ReferenceSources sources;

  /**
   * An import.
   *
   * @param versions where it is kept
   */
  public ReferenceImport(ReferenceVersions versions, ReferenceSources sources) {
    this.versions = versions;
    this.sources = sources;
  }

  /**
   * Makes the version and lets it count; all or nothing.
   *
   * @return lines by list, of those that were imported; one for each span of a code
   * @throws InvalidSubmissionException where a file is not as it was published, or the name is
   *     taken
   */
  public Map<String, Long> as(String name) {
    if (sources.isEmpty()) {
      throw new InvalidSubmissionException(
          "Say what to import, such as --postcodes FILE. See ./did reference import --help");
    }
    Map<String, Long> lines = new LinkedHashMap<>();
    versions.add(name, folder -> write(folder, lines));
    return lines;
  }

  private void write(Path folder, Map<String, Long> lines) {
    if (!sources.organisations().isEmpty()) {
      lines.put(
          "organisations", list(folder, "organisation.csv", ORGANISATION, this::organisations));
    }
    sources
        .postcodes()
        .map(file -> list(folder, "postcode.csv", POSTCODE, new PostcodeDirectory(file)::copyTo))
        .ifPresent(count -> lines.put("postcodes", count));
    sources
        .snomed()
        .map(
            file ->
                list(
                    folder,
                    "snomed.csv",
                    SNOMED,
                    out ->
                        new TerminologyRelease(file).copyConceptsTo(out, sources.imagingRefset())))
        .ifPresent(count -> lines.put("SNOMED CT codes", count));
    sources
        .imagingMap()
        .map(
            file ->
                list(
                    folder,
                    "imaging_map.csv",
                    IMAGING_MAP,
                    new TerminologyRelease(file)::copyMapsTo))
        .ifPresent(count -> lines.put("maps of NICIP codes", count));
    plain(folder, "nicip.csv", sources.nicip(), NICIP_CODES, "NICIP codes", lines);
    plain(
        folder,
        "clinical_group.csv",
        sources.clinicalGroups(),
        clinicalGroup(),
        "clinical groups",
        lines);
    plain(folder, "clinical_label.csv", sources.clinicalLabels(), LABELS, "clinical labels", lines);
    plain(folder, "value_list.csv", sources.valueLists(), VALUES, "values of lists", lines);
  }

  private static void plain(
      Path folder,
      String name,
      Optional<Path> file,
      List<Column> columns,
      String what,
      Map<String, Long> lines) {
    String[] names = columns.stream().map(Column::name).toArray(String[]::new);
    file.map(given -> list(folder, name, names, new PlainList(given, columns)::copyTo))
        .ifPresent(count -> lines.put(what, count));
  }

  private static List<Column> clinicalGroup() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("system", TEXT),
                new Column("code", TEXT),
                new Column("from", DAY),
                new Column("to", DAY)));
    for (String level :
        List.of(
            "modality",
            "sub_modality",
            "region",
            "sub_region",
            "system",
            "sub_system",
            "component",
            "morphology",
            "fetal",
            "early_cancer",
            "sub_early_cancer")) {
      columns.add(new Column(level + "_id", NUMBER));
    }
    return columns;
  }

  /** What no report was given for stays as it was. */
  private void organisations(ListFile list) {
    SourceFile before = SourceFile.csv("organisation.csv", () -> versions.open("organisation.csv"));
    before.each(
        header -> {},
        line -> {
          if (!sources.organisations().containsKey(Role.valueOf(line.text(ROLE)))) {
            list.write(line.fields().toArray());
          }
        });
    new OrganisationReports(sources.organisations(), sources.memberships()).copyTo(list);
  }

  private static long list(Path folder, String name, String[] columns, Consumer<ListFile> content) {
    try (ListFile list = new ListFile(folder.resolve(name), columns)) {
      content.accept(list);
      if (list.lines() == 0) {
        throw new InvalidSubmissionException(
            "Nothing was found for " + name + ". Nothing was imported.");
      }
      return list.lines();
    }
  }
}
