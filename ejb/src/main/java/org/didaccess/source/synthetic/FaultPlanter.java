package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.reference.Reference;

/**
 * Damages records of one month at even distances, fault after fault, and says what it broke. Which
 * record gets which fault follows from its place alone, so that chunks can be made in any order.
 */
final class FaultPlanter {

  /** A record's key put on the next one: both copies are rejected. */
  private static final Fault DUPLICATE = Fault.alone(RuleBook.DUPLICATE_KEY, row -> {});

  private final List<Fault> faults;
  private final SteadyCodes codes;
  private final FaultShare share;
  private final LocalDate received;

  FaultPlanter(Reference reference, LocalDate month, LocalDate received, FaultShare share) {
    this.codes = new SteadyCodes(reference, month);
    this.faults =
        Stream.of(PatientFaults.all(), DateFaults.all(), CodeFaults.all(codes), List.of(DUPLICATE))
            .flatMap(List::stream)
            .toList();
    this.share = share;
    this.received = received;
  }

  /** The rules that can be broken in this month with the codes of the reference. */
  Set<String> rules() {
    return faults.stream().map(Fault::plants).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of them that are broken in a month of so many records. */
  Set<String> rulesIn(long records) {
    return faults.stream()
        .limit(share.faultsBefore(records))
        .flatMap(fault -> fault.breaks().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Damages one chunk of rows while it is made. */
  final class Chunk {

    private final List<PlantedFault> planted = new ArrayList<>();
    private boolean keyIsDue;

    /**
     * Damages the row that was made last, if it is its turn.
     *
     * @param row its place in the file, from 1
     * @param number its place among all records
     * @param isFirst whether no row of the chunk stands before it
     */
    void rowWasMade(AsciiRows out, long row, long number, boolean isFirst) {
      if (keyIsDue) {
        copyKey(out, row);
      } else if (share.isFaulty(row - 1)) {
        Fault fault = faults.get((int) (share.faultsBefore(row - 1) % faults.size()));
        if (!fault.equals(DUPLICATE)) {
          damage(out, row, number, fault);
        } else if (isFirst) {
          keyIsDue = true;
        } else {
          copyKey(out, row);
        }
      }
    }

    private void damage(AsciiRows out, long row, long number, Fault fault) {
      FaultyRow faulty = new FaultyRow(out.takeRow(), number, codes, received);
      fault.damage().accept(faulty);
      out.row(faulty.fields());
      planted.add(new PlantedFault(row, fault));
    }

    /** The row before is undamaged: no more than every second one is damaged. */
    private void copyKey(AsciiRows out, long row) {
      String[] copy = out.takeRow();
      String[] original = out.takeRow();
      copy[Item.SITE.column()] = original[Item.SITE.column()];
      copy[Item.ACCESSION_NUMBER.column()] = original[Item.ACCESSION_NUMBER.column()];
      out.row(original);
      out.row(copy);
      planted.add(new PlantedFault(row - 1, DUPLICATE));
      planted.add(new PlantedFault(row, DUPLICATE));
      keyIsDue = false;
    }

    List<PlantedFault> planted() {
      return planted;
    }
  }
}
