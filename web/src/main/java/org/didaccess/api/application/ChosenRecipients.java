package org.didaccess.api.application;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.didaccess.application.SaveRecipients;

/**
 * Who receives the data and who collaborates; a list that is left out is empty.
 *
 * @param recipients organisations that receive the data
 * @param collaborators people who work on the application besides the applicant
 */
public record ChosenRecipients(List<UUID> recipients, List<UUID> collaborators) {

  SaveRecipients command(UUID application, long expectedVersion) {
    return new SaveRecipients(
        application,
        expectedVersion,
        Objects.requireNonNullElse(recipients, List.of()),
        Objects.requireNonNullElse(collaborators, List.of()));
  }
}
