package org.didaccess.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.good;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every rule's boundary; the lines stand by item in files of their own. */
class RuleTableTest {

  private static final RuleBook RULES = RuleFile.book();
  private static final Reference REFERENCE = ReferenceFiles.sample();

  static Stream<RuleLine> lines() {
    return Stream.of(PatientLines.all(), DateLines.all(), CodeLines.all(), WarningLines.all())
        .flatMap(lines -> lines);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_rule_is_kept_or_broken(RuleLine line) {
    assertThat(broken(line))
        .as(line.toString())
        .satisfies(rules -> assertThat(rules.contains(line.rule())).isEqualTo(!line.kept()));
  }

  @Test
  void the_good_record_keeps_every_rule() {
    assertThat(broken(RuleLine.keeps("all", "the good record", good()))).isEmpty();
  }

  @Test
  void every_rule_of_a_record_stands_in_the_table_with_both_sides() {
    Set<String> expected =
        RuleFile.rules().stream()
            .map(Rule::id)
            .filter(id -> !id.equals(RuleBook.FILE_FORM) && !id.equals(RuleBook.DUPLICATE_KEY))
            .collect(Collectors.toSet());

    assertThat(side(true)).isEqualTo(expected);
    assertThat(side(false)).isEqualTo(expected);
  }

  @Test
  void every_rule_cites_its_source_and_says_what_is_wrong() {
    assertThat(RuleFile.rules())
        .hasSize(56)
        .allSatisfy(
            rule -> {
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.wording()).endsWith(".");
            });
  }

  private static Set<String> side(boolean kept) {
    return lines()
        .filter(line -> line.kept() == kept)
        .map(RuleLine::rule)
        .collect(Collectors.toSet());
  }

  private static List<String> broken(RuleLine line) {
    return RULES
        .brokenBy(
            SubmittedRecord.of(line.submission().fields()),
            new CheckContext(line.received(), REFERENCE))
        .stream()
        .map(Rule::id)
        .toList();
  }
}
