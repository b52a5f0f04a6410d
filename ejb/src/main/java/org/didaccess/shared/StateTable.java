package org.didaccess.shared;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one table of an aggregate's states and moves, and of whose turn it is in each state. Every
 * change of state goes through it; a move that it does not have throws.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class StateTable<S extends Enum<S>, M extends Enum<M>> {

  private final String subject;
  private final Class<S> states;
  private final Map<S, Map<M, S>> moves = new LinkedHashMap<>();
  private final Map<S, Turn> turns = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param subject what it is about, as a sentence says it, such as {@code application}
   */
  public StateTable(String subject, Class<S> states) {
    this.subject = subject;
    this.states = states;
  }

  /**
   * Whose turn it is in a state.
   *
   * @param owner who acts next, in plain words
   * @param usualDays how many days that usually takes, or null where nothing is due
   */
  public record Turn(String owner, Integer usualDays) {}

  /** Says whose turn it is in a state. */
  public StateTable<S, M> in(S state, String owner, Integer usualDays) {
    turns.put(state, new Turn(owner, usualDays));
    return this;
  }

  /** Adds a move. */
  public StateTable<S, M> move(S from, M move, S to) {
    moves.computeIfAbsent(from, state -> new LinkedHashMap<>()).put(move, to);
    return this;
  }

  /** Whether the move is possible in this state. */
  public boolean may(S from, M move) {
    return moves.getOrDefault(from, Map.of()).containsKey(move);
  }

  /**
   * The state after the move.
   *
   * @throws IllegalMove where the table does not have it
   */
  public S after(S from, M move) {
    S to = moves.getOrDefault(from, Map.of()).get(move);
    if (to == null) {
      throw new IllegalMove(
          "The %s is in the state \"%s\", in which \"%s\" is not possible. Open it again to see what is."
              .formatted(subject, words(from), words(move)));
    }
    return to;
  }

  /** Whose turn it is in a state. */
  public Turn turn(S state) {
    Turn turn = turns.get(state);
    if (turn == null) {
      throw new IllegalStateException("No turn for " + state);
    }
    return turn;
  }

  /** Every state of the aggregate. */
  public Set<S> states() {
    return EnumSet.allOf(states);
  }

  /** The table as a Mermaid state diagram, for the generated documents. */
  public String mermaid() {
    StringBuilder diagram = new StringBuilder("stateDiagram-v2\n");
    states()
        .forEach(
            from ->
                moves
                    .getOrDefault(from, Map.of())
                    .forEach(
                        (move, to) ->
                            diagram.append("  %s --> %s: %s%n".formatted(from, to, words(move)))));
    return diagram.toString().replace(System.lineSeparator(), "\n");
  }

  /** The table of turns, as lines of a Markdown table. */
  public String turnTable() {
    StringBuilder table = new StringBuilder("| state | whose turn | usually |\n|---|---|---|\n");
    for (S state : states()) {
      Turn turn = turn(state);
      String days = turn.usualDays() == null ? "" : turn.usualDays() + " days";
      table.append("| %s | %s | %s |\n".formatted(state, turn.owner(), days));
    }
    return table.toString();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
