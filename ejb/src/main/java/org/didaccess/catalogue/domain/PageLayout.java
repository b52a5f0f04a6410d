package org.didaccess.catalogue.domain;

import java.util.ArrayList;
import java.util.List;
import org.didaccess.catalogue.PageLine;
import org.didaccess.catalogue.PageSection;

/** Puts the lines of a data set's page under their headings, in order. */
public final class PageLayout {

  private static final String HEADING = "heading";

  private final List<PageSection> sections = new ArrayList<>();
  private final List<PageLine> lines = new ArrayList<>();
  private String heading;

  /** Takes the next line, with its kind as stored: title, summary, heading, text, hint or item. */
  public PageLayout add(String kind, String text) {
    if (kind.equals("title") || kind.equals(HEADING)) {
      close();
      heading = text;
    } else {
      lines.add(new PageLine(kindOf(kind), text));
    }
    return this;
  }

  /** The page so far. */
  public List<PageSection> sections() {
    close();
    return List.copyOf(sections);
  }

  private void close() {
    if (heading != null) {
      sections.add(new PageSection(heading, lines));
      lines.clear();
      heading = null;
    }
  }

  private static PageLine.Kind kindOf(String kind) {
    return switch (kind) {
      case "item" -> PageLine.Kind.ITEM;
      case "hint" -> PageLine.Kind.HINT;
      default -> PageLine.Kind.TEXT;
    };
  }
}
