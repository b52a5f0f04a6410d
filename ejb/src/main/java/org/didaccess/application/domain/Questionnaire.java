package org.didaccess.application.domain;

import java.util.List;
import java.util.Map;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.Objections;
import org.didaccess.shared.Checks;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;

/**
 * The sections of the application form with their questions. The wording follows the published
 * standards for data access applications.
 */
public final class Questionnaire {

  /** The section in which recipients and collaborators are named. */
  public static final String RECIPIENTS = "recipients";

  /** The section in which fields, period and filters are chosen. */
  public static final String SELECTION = "selection";

  /** The question why an extract is needed; it must be answered for an extract only. */
  static final String EXTRACT_REASON = "extract-reason";

  static final String ARTICLE_9 = "article-9";
  static final String SCHEDULE_1 = "schedule-1";

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "purpose",
              "Purpose",
              "What the data are for, and why this much of it is needed.",
              List.of(
                  Question.longText(
                      "objective", "What is the objective?", "One purpose, in plain words."),
                  Question.longText(
                      "processing",
                      "How will the data be processed?",
                      "Each flow of data in, out and onward, and who works with it."),
                  Question.longText(
                      "outputs",
                      "What will come out of it?",
                      "For example papers, reports, tools."),
                  Question.longText(
                      "minimisation",
                      "Why is each field, period and group of people needed?",
                      "Say for each field that needs a reason why a less detailed one is not enough."),
                  Question.choice(
                      "commercial", "Is there a commercial purpose?", null, "No", "Yes"),
                  Question.longText(
                          EXTRACT_REASON,
                          "Why is the Secure Data Environment not enough?",
                          "Needed only where you ask for an extract.")
                      .optional())),
          new Section(
              "benefits",
              "Benefits",
              "Who will be better off, how and when.",
              List.of(
                  Question.choice(
                      "benefit-type",
                      "How were the benefits assessed?",
                      null,
                      "On the CRN portfolio",
                      "Not on the portfolio but automatically eligible",
                      "Other specific NIHR approval",
                      "Benefits statement in this application"),
                  Question.longText(
                      "benefits", "What measurable benefits do you expect?", "Say by when."))),
          new Section(
              "legal-basis",
              "Legal basis",
              "Under which law the data may be given and used.",
              List.of(
                  Question.choice(
                      "dissemination",
                      "What is the legal basis for giving you the data?",
                      null,
                      "Health and Social Care Act 2012, section 261(1)",
                      "Health and Social Care Act 2012, section 261(2)(a)",
                      "Health and Social Care Act 2012, section 261(2)(b)(ii)",
                      "Health and Social Care Act 2012, section 261(2)(c)",
                      "Health and Social Care Act 2012, section 261(5)(d)",
                      "Health and Social Care Act 2012, section 261(7)",
                      "National Health Service Act 2006, section 251",
                      "COPI Regulations 2002, regulation 3"),
                  Question.choice(
                      "article-6",
                      "Which condition of UK GDPR Article 6 do you rely on?",
                      null,
                      "6(1)(a) consent",
                      "6(1)(c) legal obligation",
                      "6(1)(e) public task",
                      "6(1)(f) legitimate interests"),
                  Question.choice(
                      ARTICLE_9,
                      "Which condition of UK GDPR Article 9 do you rely on?",
                      null,
                      "9(2)(a) explicit consent",
                      "9(2)(b) employment and social protection",
                      "9(2)(g) substantial public interest",
                      "9(2)(h) health or social care",
                      "9(2)(i) public health",
                      "9(2)(j) research and statistics"),
                  Question.text(
                          SCHEDULE_1,
                          "Which condition of Schedule 1 of the Data Protection Act 2018 applies?",
                          "Needed for Article 9(2)(b), (g), (h), (i) and (j).")
                      .optional(),
                  Question.choice(
                      FrozenVersionView.OBJECTIONS,
                      "Are patients' objections upheld?",
                      "Where they are, rows of people who object are left out of every release.",
                      Objections.NOT_NEEDED.getLabel(),
                      Objections.UPHELD.getLabel(),
                      Objections.CONSENT.getLabel(),
                      Objections.STATUTORY.getLabel()))),
          new Section(
              "territory",
              "Territory of use",
              "Where the data will be stored and processed.",
              List.of(
                  Question.choice(
                      "territory",
                      "Where will the data be used?",
                      "Storage is processing too.",
                      "England and Wales",
                      "UK",
                      "EEA",
                      "Worldwide"),
                  Question.longText(
                      "locations", "At which places?", "Each place of storage and processing."))),
          new Section(
              RECIPIENTS,
              "Recipients",
              "Which organisations receive the data, and who works on the application with you.",
              List.of()),
          new Section(
              "security-assurance",
              "Security assurance",
              "What shows that the recipients keep data safe.",
              List.of(
                  Question.choice(
                      "assurance",
                      "Which assurance do you have?",
                      null,
                      "Data Security and Protection Toolkit",
                      "System Level Security Policy",
                      "ISO 27001"),
                  Question.text(
                      "assurance-reference",
                      "What is its reference?",
                      "For the toolkit the organisation's code and the version."),
                  Question.text(
                      "assurance-until", "Until when is it valid?", "For example 30 June 2027."))),
          new Section(
              SELECTION,
              "Data you ask for",
              "Fields, period and filters, and how you want to use them.",
              List.of()));

  private Questionnaire() {}

  /**
   * A section of the form.
   *
   * @param code its code
   * @param title its title
   * @param hint what it is about
   * @param questions its questions
   */
  public record Section(String code, String title, String hint, List<Question> questions) {}

  /** The sections in order. */
  public static List<Section> sections() {
    return SECTIONS;
  }

  /**
   * Checks answers to questions of one section.
   *
   * @throws NotFound where there is no such section
   * @throws InvalidInput where a question or choice is unknown, or an answer too long
   */
  public static void check(String section, Map<String, String> answers) {
    Section asked =
        SECTIONS.stream()
            .filter(candidate -> candidate.code().equals(section))
            .findFirst()
            .orElseThrow(() -> new NotFound("section"));
    Checks checks = new Checks();
    answers.forEach(
        (code, answer) ->
            checks.that(
                asked.questions().stream()
                    .anyMatch(question -> question.code().equals(code) && question.takes(answer)),
                code,
                "Answer a question of this section, with one of its choices where it has any, in at"
                    + " most 20,000 characters."));
    checks.done();
  }
}
