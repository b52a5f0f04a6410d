package org.didaccess.application.domain;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.didaccess.application.FilterChoice;

/** Selections made from a seed: the same ones on every machine. */
final class SeededSelections {
  static final List<String> FIELDS =
      List.of(
          "AGE",
          "AGE_BAND_5_YEARS",
          "AGE_BAND_10_YEARS",
          "AGE_BAND_INC_50_TO_74",
          "ETHNIC_CATEGORY_CODE",
          "ETHNIC_CATEGORY_GROUP",
          "GENDER_CODE",
          "LSOA_OF_RESIDENCE",
          "LOCATION_MSOA");
  private static final List<FilterChoice> FILTERS =
      List.of(
          new FilterChoice("region", "E12000001"),
          new FilterChoice("region", "E12000007"),
          new FilterChoice("age-band", "40"),
          new FilterChoice("age-band", "50"),
          new FilterChoice("modality", "1"));
  private static final List<UUID> RECIPIENTS =
      IntStream.range(1, 4).mapToObj(i -> new UUID(0x4000L, i)).toList();

  /** What a careless or a malicious writer could put into a value. */
  private static final List<String> NASTY =
      List.of(
          "A",
          "b",
          "=",
          "\\",
          "\n",
          "\r",
          "field=",
          "\\n",
          "é",
          "\uFFFD",
          "\uD83D\uDE00",
          " ",
          "z");

  private final Random random;

  SeededSelections(long seed) {
    random = new Random(seed);
  }

  UUID id() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** Any texts at all, lists of any length. */
  Selection hostile() {
    return new Selection(
        hostileText(),
        hostileText(),
        one(List.of("row-level", "aggregate")),
        one(List.of("extract", "sde")),
        one(List.of("none", "pseudonymised")),
        one(List.of("once", "monthly")),
        day(0),
        day(400),
        some(this::hostileText),
        some(() -> new FilterChoice(hostileText(), hostileText())),
        some(this::id));
  }

  /** Plausible ones, near enough to each other that some cover others. */
  Selection plausible() {
    return new Selection(
        "DID",
        "1",
        "row-level",
        "extract",
        "none",
        one(List.of("once", "monthly")),
        day(0),
        day(400),
        among(FIELDS, 0.6),
        among(FILTERS, 0.4),
        among(RECIPIENTS, 0.7));
  }

  /** One that mostly lies within the approval, or nearly so. */
  Selection near(Approval approval) {
    Selection s = approval.selection();
    Set<String> fields = among(List.copyOf(approval.allowedFields()), 0.8);
    if (random.nextInt(3) == 0) {
      fields.add(one(FIELDS));
    }
    Set<FilterChoice> filters = among(List.copyOf(s.filters()), 0.9);
    if (random.nextInt(4) == 0) {
      filters.add(one(FILTERS));
    }
    return new Selection(
        s.dataSet(),
        rarely("2", s.dataSetVersion()),
        rarely("aggregate", s.level()),
        rarely("sde", s.accessMethod()),
        rarely("pseudonymised", s.linkage()),
        random.nextInt(4) == 0 ? "monthly" : rarely("once", s.refresh()),
        s.periodFrom().plusDays(random.nextInt(22) - 1),
        s.periodTo().minusDays(random.nextInt(22) - 1),
        fields,
        filters,
        random.nextInt(10) == 0 ? among(RECIPIENTS, 0.7) : among(List.copyOf(s.recipients()), 0.8));
  }

  /** A controller's outcome on a selection's fields. */
  Approval decided(Selection selection, Function<String, List<String>> coarserThan) {
    java.util.Map<String, String> coarsened = new java.util.HashMap<>();
    Set<String> struck = new LinkedHashSet<>();
    for (String field : new java.util.TreeSet<>(selection.fields())) {
      List<String> coarser = coarserThan.apply(field);
      int dice = random.nextInt(8);
      if (dice == 0) {
        struck.add(field);
      } else if (dice <= 2 && !coarser.isEmpty()) {
        coarsened.put(field, one(coarser));
      }
    }
    return new Approval(selection, coarsened, struck);
  }

  private String rarely(String other, String usual) {
    return random.nextInt(40) == 0 ? other : usual;
  }

  private String hostileText() {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> one(NASTY))
        .collect(Collectors.joining());
  }

  private LocalDate day(int offset) {
    return LocalDate.of(2020, 1, 1).plusDays(offset + random.nextInt(365));
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> Set<T> some(Supplier<T> maker) {
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(i -> maker.get())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private <T extends Comparable<? super T>> Set<T> among(List<T> list, double share) {
    return list.stream()
        .sorted()
        .filter(item -> random.nextDouble() < share)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
