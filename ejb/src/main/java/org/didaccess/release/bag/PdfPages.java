package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of running text, broken into lines. Sizes and distances are points. */
final class PdfPages implements AutoCloseable {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 56;
  private static final float LEADING = 1.3f;
  private static final float FOOT = 30;

  private final PDDocument document;
  private final PDFont font;
  private PDPageContentStream page;
  private float y;
  private int pages;

  PdfPages(PDDocument document) throws IOException {
    this.document = document;
    TrueTypeFont signs = signs();
    document.registerTrueTypeFontForClosing(signs);
    this.font = PDType0Font.load(document, signs, true);
    turn();
  }

  /** Without ligatures, for which every word would be searched for the pairs that have one. */
  private static TrueTypeFont signs() throws IOException {
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
      parsed.setEnableGsub(false);
      return parsed;
    }
  }

  /** Sets a paragraph, and leaves this much below it. */
  void text(String text, float size, float below) throws IOException {
    for (String line : lines(printable(text), size)) {
      if (y - size * LEADING < MARGIN) {
        turn();
      }
      y -= size * LEADING;
      set(line, MARGIN, y, size);
    }
    y -= below;
  }

  /** Begins a new page where less than this height is left. */
  void keepTogether(float height) throws IOException {
    if (y - height < MARGIN) {
      turn();
    }
  }

  private void turn() throws IOException {
    if (page != null) {
      page.close();
    }
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    page =
        new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.OVERWRITE, false);
    y = sheet.getMediaBox().getHeight() - MARGIN;
    set("Page " + ++pages, MARGIN, FOOT, 8);
  }

  private void set(String line, float x, float height, float size) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, height);
    page.showText(line);
    page.endText();
  }

  private List<String> lines(String text, float size) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (width(line.toString(), size) > width) {
        int fits = line.length() - 1;
        while (width(line.substring(0, fits), size) > width) {
          fits--;
        }
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** The text with a question mark for what the font has no sign for. */
  private String printable(String text) throws IOException {
    StringBuilder printable = new StringBuilder();
    for (int sign : text.replaceAll("\\s", " ").codePoints().toArray()) {
      String one = Character.toString(sign);
      try {
        font.getStringWidth(one);
        printable.append(one);
      } catch (IllegalArgumentException notInTheFont) {
        printable.append('?');
      }
    }
    return printable.toString();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
