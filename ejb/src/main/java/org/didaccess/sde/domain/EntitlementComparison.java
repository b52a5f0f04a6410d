package org.didaccess.sde.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what the guard allows with what stands in the cluster, both ways. The watchdog acts on
 * the result; the drift report shows it.
 */
public final class EntitlementComparison {

  private final Map<String, Entitlement> entitled = new HashMap<>();
  private final Collection<AnalystState> analysts;
  private final Instant now;

  public EntitlementComparison(
      Collection<Entitlement> entitlements, Collection<AnalystState> analysts, Instant now) {
    entitlements.forEach(entitlement -> entitled.put(entitlement.roleName(), entitlement));
    this.analysts = List.copyOf(analysts);
    this.now = now;
  }

  /** Logins to be refused and whose sessions are to be ended: open, and no right covers them. */
  public List<AnalystState> toRefuse() {
    return analysts.stream().filter(a -> a.isOpen() && !covered(a)).toList();
  }

  /** Rights whose login is off, or has another end than the right. */
  public List<Entitlement> toAllow() {
    return analysts.stream()
        .filter(this::covered)
        .filter(a -> !a.mayLogin() || !endOf(a).equals(a.validUntil()))
        .map(a -> entitled.get(a.roleName()))
        .toList();
  }

  /** Logins whose settings an analyst changed. */
  public List<AnalystState> toReset() {
    return analysts.stream().filter(AnalystState::settingsChanged).toList();
  }

  /** Everything that differs, in both directions. */
  public List<Drift> drift() {
    List<Drift> found = new ArrayList<>();
    toRefuse().forEach(a -> found.add(new Drift(Drift.Kind.LOGIN_WITHOUT_RIGHT, a.roleName())));
    toAllow().forEach(e -> found.add(new Drift(Drift.Kind.RIGHT_WITHOUT_LOGIN, e.roleName())));
    toReset().forEach(a -> found.add(new Drift(Drift.Kind.SETTINGS_CHANGED, a.roleName())));
    entitled.values().stream()
        .filter(e -> e.allowedAt(now) && analysts.stream().noneMatch(a -> isFor(a, e)))
        .forEach(e -> found.add(new Drift(Drift.Kind.RIGHT_WITHOUT_LOGIN, e.roleName())));
    return found;
  }

  private boolean covered(AnalystState analyst) {
    Entitlement entitlement = entitled.get(analyst.roleName());
    return entitlement != null
        && entitlement.allowedAt(now)
        && entitlement.databaseName().equals(analyst.databaseName());
  }

  private Instant endOf(AnalystState analyst) {
    return entitled.get(analyst.roleName()).validUntil();
  }

  private static boolean isFor(AnalystState analyst, Entitlement entitlement) {
    return analyst.roleName().equals(entitlement.roleName());
  }
}
