package org.didaccess.source.domain;

import java.time.LocalDate;
import org.didaccess.source.domain.reference.Reference;

/**
 * What a check may look at beside the record.
 *
 * @param receivedOn the day on which the file was received
 * @param monthOfReceiptEnd the last day of that month
 * @param reference the codes that are known
 */
public record CheckContext(LocalDate receivedOn, LocalDate monthOfReceiptEnd, Reference reference) {

  public CheckContext(LocalDate receivedOn, Reference reference) {
    this(receivedOn, MonthSpan.monthEnd(receivedOn), reference);
  }
}
