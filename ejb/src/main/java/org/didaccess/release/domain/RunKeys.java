package org.didaccess.release.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.release.engine.ReleasePlan;

/**
 * The keys of a run. Each is made at its first use and proved at every later one to be the same, so
 * that no token ever changes because a key was lost or two servers have different ones.
 */
public final class RunKeys {

  /** The secret of the marks is no agreement's own. */
  private static final UUID MARKS = null;

  private final AgreementKeys agreementKeys;
  private final WatermarkKeys watermarkKeys;
  private final RunPlans plans;
  private final KeyProofs proofs;

  /** Keys from these stores, proved by what is known of them. */
  public RunKeys(
      AgreementKeys agreementKeys, WatermarkKeys watermarkKeys, RunPlans plans, KeyProofs proofs) {
    this.agreementKeys = agreementKeys;
    this.watermarkKeys = watermarkKeys;
    this.plans = plans;
    this.proofs = proofs;
  }

  /**
   * The keys for what a recipient gets under an agreement.
   *
   * @throws org.didaccess.pseudonym.KeyStoreException where a key that was used is not there
   * @throws org.didaccess.shared.GuardRefused DA016 where another key was used before
   */
  public ReleaseKeys of(ReleasePlan plan, UUID agreement, UUID recipient) {
    TokenKey tokens = ofAgreement(plan, agreement);
    proveMarks(plan);
    ReleaseKeys own = ReleaseKeys.marked(tokens, watermarkKeys.of(agreement, recipient));
    return plan.isBridge() ? own.bridging(bridged(plan)) : own;
  }

  private Map<String, TokenKey> bridged(ReleasePlan plan) {
    Map<String, TokenKey> keys = new HashMap<>();
    plans.bridge(plan).forEach((column, other) -> keys.put(column, ofAgreement(plan, other.id())));
    return keys;
  }

  private TokenKey ofAgreement(ReleasePlan plan, UUID agreement) {
    TokenKey key =
        proofs.isKnown(plan, agreement)
            ? agreementKeys.keyOf(agreement)
            : agreementKeys.keyOfFirstUse(agreement);
    proofs.confirm(plan, agreement, key.checkValue());
    return key;
  }

  private void proveMarks(ReleasePlan plan) {
    if (!proofs.isKnown(plan, MARKS)) {
      watermarkKeys.makeForFirstUse();
    }
    proofs.confirm(plan, MARKS, watermarkKeys.checkValue());
  }
}
