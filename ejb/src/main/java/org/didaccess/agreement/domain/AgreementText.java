package org.didaccess.agreement.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.Objections;
import org.didaccess.application.QuestionView;
import org.didaccess.application.SelectionView;
import org.didaccess.application.TaskView;

/**
 * Writes the text that every party signs. The same input gives the same text to the letter, since
 * its SHA-256 is what is signed. Named people are left out: they change within the term.
 *
 * @param reference the agreement's reference
 * @param startsOn first day
 * @param endsOn last day
 * @param parties one line a party
 * @param version the approved version
 * @param conditions special conditions of the controllers
 */
public record AgreementText(
    String reference,
    LocalDate startsOn,
    LocalDate endsOn,
    List<String> parties,
    FrozenVersionView version,
    List<String> conditions) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private static final String DUTIES =
      """
      The recipient uses the data for the purpose in section 3 alone, and only people named for this
      agreement work with them.
      Nobody tries to identify a person, and nobody links the data to other data than section 2 allows.
      The data are not passed on, and are kept only where the territory of use in section 3 allows.
      The recipient tells the controllers of a breach without delay.
      At the end the recipient destroys the data and sends a certificate of destruction.
      A controller may suspend or revoke this agreement at any time.
      """;

  /** Keeps its own copies of the lists. */
  public AgreementText {
    parties = List.copyOf(parties);
    conditions = List.copyOf(conditions);
  }

  /** The text, lines separated by line feeds. */
  public String write() {
    StringBuilder text = new StringBuilder();
    text.append("DATA SHARING AGREEMENT ").append(reference).append("\n\n");
    text.append(version.title()).append(" (application ").append(version.reference());
    text.append(", version ").append(version.number()).append(")\n\nParties\n");
    parties.forEach(party -> text.append("- ").append(party).append('\n'));
    section(text, "1 Term", term());
    section(text, "2 Data", data(version.selection()) + "\n" + objections());
    section(text, "3 Purpose and use", purpose());
    section(text, "4 Special conditions", specialConditions());
    section(text, "5 Duties", DUTIES);
    return text.toString();
  }

  private static void section(StringBuilder text, String heading, String body) {
    text.append('\n').append(heading).append('\n').append(body.strip()).append('\n');
  }

  private String term() {
    return "From %s to %s, both included. It has no effect until every party has signed."
        .formatted(DAY.format(startsOn), DAY.format(endsOn));
  }

  private static String data(SelectionView selection) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "%s, version %s, %s, %s, linkage: %s, refresh: %s\n"
            .formatted(
                selection.dataSetTitle(),
                selection.dataSetVersion(),
                selection.level(),
                selection.accessMethod(),
                selection.linkageInWords(),
                selection.refresh()));
    lines.append(
        "Tests from %s to %s\n"
            .formatted(DAY.format(selection.periodFrom()), DAY.format(selection.periodTo())));
    selection
        .filters()
        .forEach(
            filter ->
                lines
                    .append("Only ")
                    .append(filter.kindLabel())
                    .append(": ")
                    .append(filter.label())
                    .append('\n'));
    selection
        .fields()
        .forEach(
            field ->
                lines
                    .append("- ")
                    .append(field.code())
                    .append(": ")
                    .append(field.label())
                    .append('\n'));
    lines.append("Digest of this selection: ").append(selection.digest());
    return lines.toString();
  }

  private String objections() {
    return "Patients' objections: "
        + (version.objections() == Objections.UPHELD
            ? "upheld; rows of people who object are left out of every release."
            : version.objections().getLabel() + ".");
  }

  private String purpose() {
    StringBuilder lines = new StringBuilder();
    for (TaskView task : version.tasks()) {
      for (QuestionView question : task.questions()) {
        if (!question.answer().isBlank()) {
          lines.append(question.label()).append('\n').append(question.answerLabel()).append('\n');
        }
      }
    }
    return lines.toString();
  }

  private String specialConditions() {
    return conditions.isEmpty()
        ? "None."
        : String.join("\n", conditions.stream().map(condition -> "- " + condition).toList());
  }
}
