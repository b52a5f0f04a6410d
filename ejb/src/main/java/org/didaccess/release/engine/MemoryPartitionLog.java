package org.didaccess.release.engine;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A log for one process and one run that ends with it, such as a measurement. */
public final class MemoryPartitionLog implements PartitionLog {

  private final SortedMap<YearMonth, Entry> entries = new TreeMap<>();
  private long fence;

  private static final class Entry {
    private long heldBy;
    private WrittenPartition written;

    private boolean isFree() {
      return written == null && heldBy == 0;
    }
  }

  @Override
  public synchronized void prepare(UUID run, List<YearMonth> partitions) {
    partitions.forEach(month -> entries.computeIfAbsent(month, unused -> new Entry()));
  }

  @Override
  public synchronized Optional<Claim> claim(UUID run) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().isFree())
        .findFirst()
        .map(
            entry -> {
              entry.getValue().heldBy = ++fence;
              return new Claim(run, entry.getKey(), fence);
            });
  }

  @Override
  public synchronized void heartbeat(Claim claim, long rows) {
    held(claim);
  }

  @Override
  public synchronized void finish(Claim claim, WrittenPartition written) {
    Entry entry = held(claim);
    entry.written = written;
    entry.heldBy = 0;
  }

  @Override
  public synchronized void giveBack(Claim claim) {
    held(claim).heldBy = 0;
  }

  @Override
  public synchronized boolean isAnyFree(UUID run) {
    return entries.values().stream().anyMatch(Entry::isFree);
  }

  @Override
  public synchronized boolean isComplete(UUID run) {
    return entries.values().stream().allMatch(entry -> entry.written != null);
  }

  @Override
  public synchronized void forget(UUID run, YearMonth month) {
    entries.get(month).written = null;
  }

  @Override
  public synchronized List<WrittenPartition> finished(UUID run) {
    return entries.values().stream()
        .map(entry -> entry.written)
        .filter(written -> written != null)
        .toList();
  }

  private Entry held(Claim claim) {
    Entry entry = entries.get(claim.month());
    if (entry == null || entry.heldBy != claim.fence()) {
      throw new LeaseLostException(claim);
    }
    return entry;
  }
}
