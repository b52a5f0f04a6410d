package org.didaccess.api.source;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.Replacement;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** That a file takes the place of an earlier submission as a whole, with what the caller saw. */
public class ConfirmedReplacement {

  @Parameter(description = "The earlier submission, of the same submitter and month.")
  @QueryParam("replaces")
  private Long replaces;

  @Parameter(description = "The records that it brought, as the list of submissions tells.")
  @QueryParam("replacedRows")
  private Long replacedRows;

  @Parameter(description = "The records that this file brings, as a check of it tells.")
  @QueryParam("rows")
  private Long rows;

  /**
   * What was confirmed; nothing where nothing was named.
   *
   * @throws InvalidInput where a number is missing
   */
  Optional<Replacement> given() {
    long named = Stream.of(replaces, replacedRows, rows).filter(Objects::nonNull).count();
    if (named == 0) {
      return Optional.empty();
    }
    if (named < 3) {
      throw new InvalidInput(
          "replaces",
          "Give replaces, replacedRows and rows together: which submission goes, how many records it"
              + " brought, and how many this file brings.");
    }
    return Optional.of(new Replacement(replaces, replacedRows, rows));
  }
}
