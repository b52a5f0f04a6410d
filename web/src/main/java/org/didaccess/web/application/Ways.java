package org.didaccess.web.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.didaccess.web.page.Choice;

/** The ways in which data can be asked for, in words. */
@Named
@ApplicationScoped
public class Ways {

  /** A linkage that still needs the agreements. */
  static final String BRIDGE = "bridge";

  /** Where the data are used. */
  public List<Choice> getAccessMethods() {
    return List.of(
        new Choice(
            "sde",
            "In the Secure Data Environment",
            "You work on the data where they are; only checked results leave. This is the usual way."),
        new Choice(
            "extract",
            "As an extract",
            "You receive an encrypted package. Say why in your answers."));
  }

  /** How detailed the rows are. */
  public List<Choice> getLevels() {
    return List.of(
        new Choice("row-level", "Row level", "One row for each imaging test, with a pseudonym."),
        new Choice("aggregate", "Aggregate", "Counts alone."));
  }

  /** Whether other data are linked. */
  public List<Choice> getLinkages() {
    return List.of(
        new Choice("none", "No"),
        new Choice("pseudonymised", "Yes, by the agreement's own pseudonyms"),
        new Choice(
            BRIDGE,
            "No data, but a bridge between two agreements",
            "A table of person tokens under both, side by side. Ask for the person token alone."));
  }

  /** How often data are delivered. */
  public List<Choice> getRefreshes() {
    return List.of(new Choice("once", "Once"), new Choice("monthly", "Every month"));
  }
}
