package org.didaccess.sde.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the guard and its ledger say and record about workspaces. */
public interface SdeGuard {

  /** Records an order. */
  void order(UUID ticket, String payload);

  /** Takes an order back: nobody is entitled by it any more. */
  void recall(UUID run, UUID actor, String reason);

  /** The opaque database name that the agreement has, if it has one. */
  Optional<String> databaseOf(UUID agreement);

  /** Records the opaque database name of an agreement. */
  void registerDatabase(UUID agreement, String name);

  /** The opaque logins of an agreement by person. */
  Map<UUID, String> loginsOf(UUID agreement);

  /** Records the opaque login of an analyst; refuses whom the agreement does not name. */
  void registerLogin(UUID agreement, UUID person, String name);

  /** The analysts that the agreement names and who are active. */
  List<UUID> analystsOf(UUID agreement);

  /** The agreements that name this person as an analyst. */
  List<UUID> agreementsOfAnalyst(UUID person);

  /** The agreement's last day. */
  LocalDate endOf(UUID agreement);

  /** The agreement's reference. */
  String referenceOf(UUID agreement);

  /** What the guard makes of the agreement now, such as {@code active}. */
  String agreementState(UUID agreement);

  /** Who is entitled to log in, and until when. */
  List<Entitlement> entitlements();
}
