package org.didaccess.documents;

import java.util.List;
import org.didaccess.governance.domain.Obstacle;

/** What differs between one's own thing and another's, asked of the policies themselves. */
final class OwnAndOther {

  private static final List<String> OBSTACLES =
      List.of(
          "applicant",
          "collaborator",
          "signatory",
          "recipient",
          "applying-unit",
          "applicant-organisation",
          "not-independent",
          "no-independent-member",
          "no-seat",
          "slot-blocked");

  private OwnAndOther() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            "\n## Own and other\n\nAsked of the policies, with real things in every state: where an act"
                + " is open to a role on what is the person's own, and on what is another's."
                + " Whoever is not named never may.\n"
                + "\n### Application\n\nOwn: the person is its applicant or a collaborator. A panel"
                + " reads where it has a seat at one of the data controllers.\n\n");
    text.append(ApplicationAnswers.table().markdown())
        .append(
            "\n### Agreement\n\nOwn: the person applied for it, or has a seat at one of its parties."
                + " Officers, auditors and data managers have no seat there.\n\n")
        .append(AgreementAnswers.table().markdown())
        .append("\n### Extract\n\nOwn: the person prepared it or asked for it.\n\n")
        .append(ExtractAnswers.table().markdown())
        .append("\n## What keeps a panel's member from judging\n\n");
    OBSTACLES.forEach(word -> text.append("- ").append(Obstacle.sentence(word)).append('\n'));
    return text.toString();
  }
}
