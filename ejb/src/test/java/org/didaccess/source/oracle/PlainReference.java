package org.didaccess.source.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists of the shipped reference, read line by line. */
final class PlainReference {

  private final Map<String, List<String[]>> organisations = list("organisation.csv");
  private final Map<String, List<String[]>> postcodes = new HashMap<>();
  private final Map<String, List<String[]>> nicip = list("nicip.csv");
  private final Map<String, List<String[]>> snomed = list("snomed.csv");
  private final Map<String, List<String[]>> maps = list("imaging_map.csv");

  PlainReference() {
    list("postcode.csv")
        .forEach((postcode, lines) -> postcodes.put(postcode.replace(" ", ""), lines));
  }

  boolean knowsPostcode(String capitalsWithoutSpaces) {
    return postcodes.containsKey(capitalsWithoutSpaces);
  }

  boolean knowsOrganisation(String code) {
    return organisations.containsKey(code);
  }

  boolean knowsOrganisation(String code, String role) {
    return knowsOrganisation(code)
        && organisations.get(code).stream().anyMatch(line -> line[2].equals(role));
  }

  boolean organisationIsLive(String code, LocalDate day) {
    return organisations.get(code).stream().anyMatch(line -> holds(line[4], line[5], day));
  }

  boolean knowsNicip(String code) {
    return nicip.containsKey(code);
  }

  boolean knowsSnomed(String code) {
    return snomed.containsKey(code);
  }

  boolean nicipIsActive(String code, LocalDate day) {
    return nicip.get(code).stream().anyMatch(line -> holds(line[1], line[2], day));
  }

  boolean snomedIsActive(String code, LocalDate day) {
    return snomed.get(code).stream().anyMatch(line -> holds(line[1], line[2], day));
  }

  LocalDate nicipEndedBefore(String code, LocalDate day) {
    return lastEnd(nicip.get(code), day);
  }

  LocalDate snomedEndedBefore(String code, LocalDate day) {
    return lastEnd(snomed.get(code), day);
  }

  boolean maps(String nicipCode, String snomedCode, LocalDate day) {
    return maps.getOrDefault(nicipCode, List.of()).stream()
        .anyMatch(line -> line[1].equals(snomedCode) && holds(line[2], line[3], day));
  }

  private static LocalDate lastEnd(List<String[]> lines, LocalDate day) {
    LocalDate last = null;
    for (String[] line : lines) {
      if (!line[2].isEmpty()) {
        LocalDate end = LocalDate.parse(line[2]);
        if (!end.isAfter(day) && (last == null || end.isAfter(last))) {
          last = end;
        }
      }
    }
    return last;
  }

  /** From the first day on, until the day before the last column's. */
  private static boolean holds(String from, String until, LocalDate day) {
    return (from.isEmpty() || !LocalDate.parse(from).isAfter(day))
        && (until.isEmpty() || LocalDate.parse(until).isAfter(day));
  }

  private static Map<String, List<String[]>> list(String name) {
    try (InputStream file =
        PlainReference.class.getResourceAsStream("/org/didaccess/source/reference/" + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String[]>> lines = new HashMap<>();
      text.lines()
          .skip(1)
          .map(PlainReference::withoutQuoted)
          .map(line -> line.split(",", -1))
          .forEach(line -> lines.computeIfAbsent(line[0], code -> new ArrayList<>()).add(line));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only names stand in quotes, and no rule reads a name. */
  private static String withoutQuoted(String line) {
    return line.replaceAll("\"[^\"]*\"", "");
  }
}
