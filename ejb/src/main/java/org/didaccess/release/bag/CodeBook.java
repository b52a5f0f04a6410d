package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The code book: one HTML page without scripts that explains every column. */
final class CodeBook {

  private CodeBook() {}

  static byte[] write(PackageDescription description) {
    StringBuilder page = new StringBuilder(4096);
    page.append(
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">\n<title>Code book: ")
        .append(escape(description.title()))
        .append("</title>\n")
        .append(
            "<style>body{font-family:Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}")
        .append(
            "td,th{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #767676}")
        .append("code{overflow-wrap:anywhere}</style></head>\n<body>\n<h1>Code book: ")
        .append(escape(description.title()))
        .append("</h1>\n<p>")
        .append(escape(description.provenance()))
        .append("</p>\n<p>")
        .append(description.form())
        .append(escape(description.format().label()))
        .append(".</p>\n")
        .append("<p>")
        .append(escape(description.tokens()))
        .append("</p>\n")
        .append("<table>\n<caption>Columns in the order of the files</caption>\n")
        .append(
            "<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
    description.columns().forEach(column -> row(page, column));
    return page.append("</tbody>\n</table>\n</body>\n</html>\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void row(StringBuilder page, DescribedColumn column) {
    page.append("<tr><th scope=\"row\"><code>")
        .append(escape(column.column().name()))
        .append("</code></th><td>")
        .append(column.column().kind().frictionlessType())
        .append("</td><td><strong>")
        .append(escape(column.title()))
        .append("</strong><br>")
        .append(escape(column.description()));
    values(page, ValueList.of(column.column()));
    page.append("</td></tr>\n");
  }

  private static void values(StringBuilder page, List<ValueList.Entry> values) {
    if (values.isEmpty()) {
      return;
    }
    page.append("<details><summary>").append(values.size()).append(" values</summary><ul>");
    for (ValueList.Entry entry : values) {
      page.append("<li><code>").append(escape(entry.value())).append("</code>");
      if (!entry.meaning().isEmpty()) {
        page.append(" ").append(escape(entry.meaning()));
      }
      page.append("</li>");
    }
    page.append("</ul></details>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
