package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;

/** That an extract is a refresh by a standing order, and what it means to the recipient. */
@Embeddable
public class StoredRefresh {

  @Column(name = "standing_order_id")
  private UUID standingOrder;

  @Enumerated(EnumType.STRING)
  @Column(name = "refresh_content")
  private RefreshContent content;

  @Column(name = "base_id")
  private UUID base;

  @Column(name = "rows_added")
  private Long added;

  @Column(name = "rows_changed")
  private Long changed;

  @Column(name = "rows_removed")
  private Long removed;

  @Column(name = "rows_held")
  private Long held;

  @Column(name = "people_moved")
  private Long moved;

  /** For the persistence provider. */
  protected StoredRefresh() {}

  StoredRefresh(UUID standingOrder, RefreshContent content, UUID base) {
    this.standingOrder = standingOrder;
    this.content = content;
    this.base = base;
  }

  void keep(RefreshFigures figures) {
    added = figures.added();
    changed = figures.changed();
    removed = figures.removed();
    held = figures.held();
    moved = figures.moved();
  }

  /** The standing order. */
  public UUID standingOrder() {
    return standingOrder;
  }

  /** All rows or changes. */
  public RefreshContent content() {
    return content;
  }

  /** The refresh that it follows on. */
  public Optional<UUID> base() {
    return Optional.ofNullable(base);
  }

  /** What it means to the recipient, once it is prepared. */
  public Optional<RefreshFigures> figures() {
    return held == null
        ? Optional.empty()
        : Optional.of(new RefreshFigures(added, changed, removed, held, moved));
  }
}
