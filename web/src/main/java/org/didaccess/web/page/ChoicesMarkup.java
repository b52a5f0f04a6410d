package org.didaccess.web.page;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes a group of radios or checkboxes in the design system's markup. */
final class ChoicesMarkup {

  private final ResponseWriter out;
  private final String id;
  private final String kind;
  private final String type;
  private final boolean small;

  ChoicesMarkup(ResponseWriter out, String id, boolean many, boolean small) {
    this.out = out;
    this.id = id;
    this.kind = many ? "govuk-checkboxes" : "govuk-radios";
    this.type = many ? "checkbox" : "radio";
    this.small = small;
  }

  void write(
      String legend,
      String hint,
      String question,
      String error,
      List<Choice> options,
      Set<String> chosen)
      throws IOException {
    open("div", "govuk-form-group" + (error.isEmpty() ? "" : " govuk-form-group--error"));
    if (!question.isEmpty()) {
      out.writeAttribute("data-question", question, null);
    }
    open("fieldset", "govuk-fieldset");
    String described = described(hint, error);
    if (!described.isEmpty()) {
      out.writeAttribute("aria-describedby", described, null);
    }
    text("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", null, legend);
    if (!hint.isEmpty()) {
      text("div", "govuk-hint", id + "-hint", hint);
    }
    if (!error.isEmpty()) {
      text("p", "govuk-error-message", id + "-error", "Error: " + error);
    }
    open("div", kind + (small ? " " + kind + "--small" : ""));
    for (int index = 0; index < options.size(); index++) {
      option(index, options.get(index), chosen);
    }
    close("div");
    close("fieldset");
    close("div");
  }

  private void option(int index, Choice option, Set<String> chosen) throws IOException {
    String own = index == 0 ? id : id + "-" + index;
    open("div", kind + "__item");
    open("input", kind + "__input");
    out.writeAttribute("type", type, null);
    out.writeAttribute("id", own, null);
    out.writeAttribute("name", id, null);
    out.writeAttribute("value", option.value(), null);
    if (chosen.contains(option.value())) {
      out.writeAttribute("checked", "checked", null);
    }
    if (option.hint() != null) {
      out.writeAttribute("aria-describedby", own + "-help", null);
    }
    close("input");
    open("label", "govuk-label " + kind + "__label");
    out.writeAttribute("for", own, null);
    out.writeText(option.label(), null);
    close("label");
    if (option.hint() != null) {
      text("div", "govuk-hint " + kind + "__hint", own + "-help", option.hint());
    }
    close("div");
  }

  private String described(String hint, String error) {
    return ((hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error")).strip();
  }

  private void open(String element, String styleClass) throws IOException {
    out.startElement(element, null);
    out.writeAttribute("class", styleClass, null);
  }

  private void close(String element) throws IOException {
    out.endElement(element);
  }

  private void text(String element, String styleClass, String ownId, String words)
      throws IOException {
    open(element, styleClass);
    if (ownId != null) {
      out.writeAttribute("id", ownId, null);
    }
    out.writeText(words, null);
    close(element);
  }
}
