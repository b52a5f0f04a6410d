package org.didaccess.web.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.Decide;
import org.didaccess.shared.InvalidInput;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.Words;

/** What members and chairs can say, in words. */
@Named
@ApplicationScoped
public class Rulings {

  private static final Words WORDS = new Words();

  /** The ways in which a vote can go. */
  public List<Choice> getVotes() {
    return Arrays.stream(CastVote.Vote.values())
        .map(vote -> new Choice(vote.name(), WORDS.plain(vote.name())))
        .toList();
  }

  /** The overall outcomes. */
  public List<Choice> getOutcomes() {
    return Arrays.stream(Decide.Outcome.values())
        .map(outcome -> new Choice(outcome.name(), outcome.label()))
        .toList();
  }

  static <E extends Enum<E>> E one(String field, String chosen, Class<E> of) {
    if (chosen == null || chosen.isEmpty()) {
      throw new InvalidInput(field, "Choose one.");
    }
    return Enum.valueOf(of, chosen);
  }
}
