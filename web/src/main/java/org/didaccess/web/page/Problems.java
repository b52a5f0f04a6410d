package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is wrong with what was just sent: for the summary at the top and for each field. */
@Named
@RequestScoped
public class Problems {

  /**
   * One problem.
   *
   * @param field the id of the input that it is about, or null
   * @param message what to do
   */
  public record Problem(String field, String message) {}

  @Inject private FacesContext faces;

  /** All of them, in the order in which they were found. */
  public List<Problem> getList() {
    List<Problem> found = new ArrayList<>();
    Iterator<String> fields = faces.getClientIdsWithMessages();
    while (fields.hasNext()) {
      String field = fields.next();
      for (FacesMessage message : faces.getMessageList(field)) {
        found.add(new Problem(field, message.getSummary()));
      }
    }
    return found;
  }

  /** Whether an input has a problem. */
  public boolean has(String field) {
    return !faces.getMessageList(field).isEmpty();
  }

  /** What is wrong with an input. */
  public String of(String field) {
    return String.join(
        " ", faces.getMessageList(field).stream().map(FacesMessage::getSummary).toList());
  }

  /** The ids of what describes an input, for assistive technology; null where nothing does. */
  public String described(String field, String hint) {
    List<String> ids = new ArrayList<>();
    if (hint != null && !hint.isEmpty()) {
      ids.add(field + "-hint");
    }
    if (has(field)) {
      ids.add(field + "-error");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }
}
