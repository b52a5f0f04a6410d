package org.didaccess.launcher.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks at the used heap all the time and keeps the highest figure, garbage that is not yet
 * collected included. The pools' own peaks would not do: they are reached at different moments.
 */
final class HeapWatch {

  private static final int MILLIS_BETWEEN_LOOKS = 20;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final AtomicLong peak = new AtomicLong();

  private HeapWatch() {}

  static HeapWatch begin() {
    HeapWatch watch = new HeapWatch();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heap-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clock.scheduleAtFixedRate(watch::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    return watch;
  }

  long peakMib() {
    look();
    return peak.get() >> 20;
  }

  private void look() {
    peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
  }
}
