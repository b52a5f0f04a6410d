package org.didaccess.source.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;

/**
 * The checks and loads that are under way in this server; each is seen and called off by its sender
 * alone. Where several servers stand behind one address, a sender has to stay with one of them.
 */
@ApplicationScoped
public class Uploads {

  private final Map<UUID, Entry> underWay = new ConcurrentHashMap<>();

  private record Entry(UUID sender, UploadWatch watch) {}

  /**
   * Does some work under a watch that its sender can ask for meanwhile.
   *
   * @param upload chosen by the sender; null where nobody asks
   * @throws InvalidInput where another work under that id is under way
   */
  public <R> R watching(UUID upload, UUID sender, Function<UploadWatch, R> work) {
    UploadWatch watch = new UploadWatch();
    if (upload == null) {
      return work.apply(watch);
    }
    if (underWay.putIfAbsent(upload, new Entry(sender, watch)) != null) {
      throw new InvalidInput("upload", "This upload is under way already. Choose another id.");
    }
    try {
      return work.apply(watch);
    } finally {
      underWay.remove(upload);
    }
  }

  /**
   * One that is under way.
   *
   * @throws NotFound where there is none of this sender's
   */
  public UploadWatch find(UUID upload, UUID sender) {
    Entry entry = underWay.get(upload);
    if (entry == null || !entry.sender().equals(sender)) {
      throw new NotFound("upload");
    }
    return entry.watch();
  }
}
