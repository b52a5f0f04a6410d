package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation.Role;

/**
 * The files of one import; what is not given stays as it is in the version before.
 *
 * @param postcodes ONS Postcode Directory
 * @param organisations ODS reports by what they list; a role without one keeps its organisations
 * @param memberships ODS reports of practices' memberships
 * @param nicip NICIP codes: {@code code,active_from,inactive_from}
 * @param snomed a SNOMED CT simple reference set
 * @param imagingRefset the id of the set in it
 * @param imagingMap a SNOMED CT simple map to NICIP codes
 * @param clinicalGroups what each imaging code means
 * @param clinicalLabels the words of clinical groups
 * @param valueLists {@code list,code,label,group,from,to}
 */
public record ReferenceSources(
    Optional<Path> postcodes,
    Map<Role, List<Path>> organisations,
    List<Path> memberships,
    Optional<Path> nicip,
    Optional<Path> snomed,
    String imagingRefset,
    Optional<Path> imagingMap,
    Optional<Path> clinicalGroups,
    Optional<Path> clinicalLabels,
    Optional<Path> valueLists) {

  /** The reference set of the country's imaging procedures. */
  public static final String IMAGING_REFSET = TerminologyRelease.IMAGING_PROCEDURES;

  /**
   * The files of one import.
   *
   * @throws InvalidSubmissionException where practices' memberships are given without practices
   */
  public ReferenceSources {
    if (!memberships.isEmpty() && !organisations.containsKey(Role.PRACTICE)) {
      throw new InvalidSubmissionException(
          "Give the report of practices (epraccur) with that of their memberships (epcmem).");
    }
  }

  /** Whether there is anything to import. */
  public boolean isEmpty() {
    return organisations.isEmpty()
        && List.of(postcodes, nicip, snomed, imagingMap, clinicalGroups, clinicalLabels, valueLists)
            .stream()
            .allMatch(Optional::isEmpty);
  }
}
