package org.didaccess.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.shared.IllegalMove;

/**
 * The stored rows of a selection. Once frozen they never change: a new version has rows of its own.
 */
@Entity
@Table(name = "selection", schema = "app")
public class SelectionRecord {

  @Id private UUID id;

  @Column(name = "data_set")
  private String dataSet;

  @Column(name = "data_set_version")
  private String dataSetVersion;

  @Column(name = "period_from")
  private LocalDate periodFrom;

  @Column(name = "period_to")
  private LocalDate periodTo;

  private String level;

  @Column(name = "access_method")
  private String accessMethod;

  private String linkage;
  private String refresh;
  private boolean frozen;

  @ElementCollection
  @CollectionTable(
      name = "selection_field",
      schema = "app",
      joinColumns = @JoinColumn(name = "selection_id"))
  @Column(name = "field_code")
  private Set<String> fields = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "selection_filter",
      schema = "app",
      joinColumns = @JoinColumn(name = "selection_id"))
  private Set<FilterRow> filters = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "selection_recipient",
      schema = "app",
      joinColumns = @JoinColumn(name = "selection_id"))
  @AttributeOverride(name = "id", column = @Column(name = "organisation_id"))
  private Set<IdRow> recipients = new HashSet<>();

  /** For JPA. */
  protected SelectionRecord() {}

  /** New rows with this content, not frozen. */
  public SelectionRecord(UUID id, Selection content) {
    this.id = id;
    change(content);
  }

  /** The id of the rows. */
  public UUID id() {
    return id;
  }

  /** The rows as a value. */
  public Selection content() {
    return new Selection(
        dataSet,
        dataSetVersion,
        level,
        accessMethod,
        linkage,
        refresh,
        periodFrom,
        periodTo,
        fields,
        filters.stream().map(FilterRow::choice).collect(Collectors.toSet()),
        IdRow.ids(recipients));
  }

  /**
   * Replaces the content.
   *
   * @throws IllegalMove where it is frozen
   */
  public final void change(Selection content) {
    if (frozen) {
      throw new IllegalMove("What was submitted cannot change. It becomes a new version.");
    }
    dataSet = content.dataSet();
    dataSetVersion = content.dataSetVersion();
    level = content.level();
    accessMethod = content.accessMethod();
    linkage = content.linkage();
    refresh = content.refresh();
    periodFrom = content.periodFrom();
    periodTo = content.periodTo();
    replace(fields, content.fields());
    replace(filters, content.filters().stream().map(FilterRow::new).collect(Collectors.toSet()));
    replace(recipients, IdRow.of(content.recipients()));
  }

  /** From now on the rows never change. */
  public void freeze() {
    frozen = true;
  }

  /** Whether the rows can no longer change. */
  public boolean frozen() {
    return frozen;
  }

  private static <T> void replace(Set<T> rows, Set<T> wanted) {
    rows.retainAll(wanted);
    rows.addAll(wanted);
  }
}
