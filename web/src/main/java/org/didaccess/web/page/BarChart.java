package org.didaccess.web.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Map;

/**
 * The description of a bar chart that PrimeFaces hands to Chart.js. A chart always stands beside
 * the same numbers in words.
 */
public final class BarChart {

  private static final String COLOUR = "#143c3a";

  private BarChart() {}

  /**
   * Describes a chart with one bar a name.
   *
   * @param what what the bars count
   * @param bars counts by name, in the order in which they are drawn
   * @return JSON that can stand inside a script
   */
  public static String of(String what, Map<String, Long> bars) {
    JsonArrayBuilder names = Json.createArrayBuilder();
    JsonArrayBuilder counts = Json.createArrayBuilder();
    bars.forEach(
        (name, count) -> {
          names.add(name);
          counts.add(count);
        });
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add(
            "data",
            Json.createObjectBuilder()
                .add("labels", names)
                .add(
                    "datasets",
                    Json.createArrayBuilder()
                        .add(
                            Json.createObjectBuilder()
                                .add("label", what)
                                .add("data", counts)
                                .add("backgroundColor", COLOUR))))
        .add(
            "options",
            Json.createObjectBuilder()
                .add("maintainAspectRatio", false)
                .add("animation", false)
                .add(
                    "scales",
                    Json.createObjectBuilder()
                        .add("y", Json.createObjectBuilder().add("beginAtZero", true))))
        .build()
        .toString()
        .replace("<", "\\u003c");
  }
}
