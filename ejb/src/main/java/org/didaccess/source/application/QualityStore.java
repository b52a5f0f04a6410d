package org.didaccess.source.application;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.MonthCount;
import org.didaccess.source.RecordCounts;

/** Stored counts of submissions. */
public interface QualityStore {

  /** How many findings a submission has, by rule. */
  Map<String, Long> findings(long submission);

  /** How well each item of a submission was filled. */
  List<ItemQuality> items(long submission);

  /** The organisation's name, where it is known. */
  Optional<String> name(String submitter);

  /** The first month that a provider reported. */
  Optional<YearMonth> firstMonth(String submitter);

  /** A provider's months in which something came. */
  Map<YearMonth, Received> months(String submitter, YearMonth from, YearMonth to);

  /** How many findings a provider's months have, by rule; of the records that count now. */
  Map<YearMonth, Map<String, Long>> findings(String submitter, YearMonth from, YearMonth to);

  /** How well each item was filled in a provider's months; of the records that count now. */
  Map<YearMonth, List<ItemQuality>> items(String submitter, YearMonth from, YearMonth to);

  /**
   * How many records of each month counted right after a submission was stored.
   *
   * @throws org.didaccess.shared.NotFound where there is none with this number
   */
  List<MonthCount> cut(long submission);

  /** All providers that had submitted by that month, by code. */
  Page<Sender> providers(YearMonth month, PageRequest page);

  /**
   * What came in one month.
   *
   * @param on when the first of it was received, or null
   * @param records of the records that count now
   * @param brought all that ever came
   */
  record Received(LocalDate on, RecordCounts records, RecordCounts brought) {}

  /**
   * What came from one provider in one month.
   *
   * @param submitter ODS code
   * @param name its name, or its code
   * @param received what came
   */
  record Sender(String submitter, String name, Received received) {}
}
