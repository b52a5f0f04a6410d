package org.didaccess.register;

import java.time.LocalDate;
import java.util.List;
import org.didaccess.application.Objections;

/**
 * An agreement as the public sees it.
 *
 * @param reference the agreement's reference
 * @param title what it is about
 * @param applicant the applicant's organisation
 * @param controllers the data controllers who agreed
 * @param recipients organisations that receive the data
 * @param dataSet the data set's title
 * @param purpose the objective, as the applicant wrote it
 * @param benefits the benefits, as the applicant wrote them
 * @param legalBasis the legal basis
 * @param objections what becomes of patients' objections
 * @param accessMethod {@code extract} or {@code sde}
 * @param refresh {@code once} or {@code monthly}
 * @param fields labels of the fields
 * @param startsOn first day
 * @param endsOn last day
 * @param status where it stands, in words
 */
public record RegisterEntryView(
    String reference,
    String title,
    String applicant,
    List<String> controllers,
    List<String> recipients,
    String dataSet,
    String purpose,
    String benefits,
    String legalBasis,
    Objections objections,
    String accessMethod,
    String refresh,
    List<String> fields,
    LocalDate startsOn,
    LocalDate endsOn,
    String status) {

  /** Keeps its own copies of the lists. */
  public RegisterEntryView {
    controllers = List.copyOf(controllers);
    recipients = List.copyOf(recipients);
    fields = List.copyOf(fields);
  }
}
