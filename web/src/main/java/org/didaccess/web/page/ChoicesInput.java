package org.didaccess.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Radios or, with {@code many="true"}, checkboxes: native inputs in the design system's markup, as
 * a group with a legend. Attributes: {@code legend}, {@code hint}, {@code options} (a list of
 * {@link Choice}), {@code many}, {@code small}, {@code question}. The value is a string, for
 * checkboxes an array of strings.
 */
@FacesComponent("org.didaccess.ChoicesInput")
public class ChoicesInput extends UIInput {

  private static final String[] NONE = {};

  /** Draws itself: there is no renderer to look for. */
  public ChoicesInput() {
    setRendererType(null);
  }

  @Override
  public String getFamily() {
    return "org.didaccess.ChoicesInput";
  }

  @Override
  public void decode(FacesContext context) {
    String[] sent =
        context.getExternalContext().getRequestParameterValuesMap().get(getClientId(context));
    if (many()) {
      setSubmittedValue(sent == null ? NONE : sent);
    } else {
      setSubmittedValue(sent == null ? "" : sent[0]);
    }
  }

  @Override
  protected void validateValue(FacesContext context, Object value) {
    Set<String> offered = options().stream().map(Choice::value).collect(Collectors.toSet());
    List<String> sent = strings(value);
    if (!sent.stream().allMatch(one -> one.isEmpty() || offered.contains(one))) {
      setValid(false);
      context.addMessage(
          getClientId(context),
          new FacesMessage(FacesMessage.SEVERITY_ERROR, "Choose from what is offered.", null));
    }
    super.validateValue(context, value);
  }

  @Override
  protected boolean compareValues(Object previous, Object value) {
    return !strings(previous).equals(strings(value));
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    Object shown = getSubmittedValue() == null ? getValue() : getSubmittedValue();
    new ChoicesMarkup(
            context.getResponseWriter(),
            getClientId(context),
            many(),
            Boolean.parseBoolean(String.valueOf(getAttributes().get("small"))))
        .write(
            text("legend"),
            text("hint"),
            text("question"),
            context.getMessageList(getClientId(context)).stream()
                .map(FacesMessage::getSummary)
                .collect(Collectors.joining(" ")),
            options(),
            Set.copyOf(strings(shown)));
  }

  private boolean many() {
    return Boolean.parseBoolean(String.valueOf(getAttributes().get("many")));
  }

  private String text(String attribute) {
    Object value = getAttributes().get(attribute);
    return value == null ? "" : value.toString();
  }

  private List<Choice> options() {
    Object given = getAttributes().get("options");
    return given instanceof List<?> list
        ? list.stream().map(Choice.class::cast).toList()
        : List.of();
  }

  private static List<String> strings(Object value) {
    if (value instanceof String[] several) {
      return Arrays.stream(several).distinct().toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }
}
