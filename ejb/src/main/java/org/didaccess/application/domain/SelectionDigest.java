package org.didaccess.application.domain;

import java.util.ArrayList;
import java.util.List;
import org.didaccess.shared.Sha256;

/**
 * The canonical form {@code did-selection/1} of a selection and its SHA-256. The database computes
 * the same from the stored rows ({@code guard.selection_text}); tests find both equal.
 */
public final class SelectionDigest {

  private SelectionDigest() {}

  /** The canonical form: lines joined by a line feed, lists in the order of code points. */
  public static String text(Selection selection) {
    List<String> lines = new ArrayList<>();
    lines.add("did-selection/1");
    lines.add("data-set=" + escape(selection.dataSet()));
    lines.add("version=" + escape(selection.dataSetVersion()));
    lines.add("level=" + escape(selection.level()));
    lines.add("access=" + escape(selection.accessMethod()));
    lines.add("linkage=" + escape(selection.linkage()));
    lines.add("refresh=" + escape(selection.refresh()));
    lines.add("period=" + selection.periodFrom() + "/" + selection.periodTo());
    selection.fields().stream()
        .map(field -> "field=" + escape(field))
        .sorted(CodePoints.ORDER)
        .forEach(lines::add);
    selection.filters().stream()
        .map(filter -> "filter=" + escape(filter.kind()) + "=" + escape(filter.value()))
        .sorted(CodePoints.ORDER)
        .forEach(lines::add);
    selection.recipients().stream()
        .map(recipient -> "recipient=" + recipient)
        .sorted(CodePoints.ORDER)
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  /** SHA-256 of the canonical form, as 64 lower-case hexadecimal digits. */
  public static String of(Selection selection) {
    return Sha256.hex(text(selection));
  }

  /** Without it a value with a line break could pass for two lines. */
  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
