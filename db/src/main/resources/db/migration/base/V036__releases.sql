-- Ordering, publishing and recalling a release: who asked, who prepares, who checks, who receives.
SET ROLE guard_def;

CREATE FUNCTION guard.deciders_of(agreement uuid) RETURNS uuid[]
LANGUAGE sql AS $$
  SELECT ARRAY(SELECT DISTINCT d.decided_by FROM ledger.agreement a
    JOIN ledger.submission s ON s.application_id = a.application_id
    JOIN ledger.decision d ON d.version_id = s.version_id WHERE a.id = agreement)
$$;

-- Everyone who asked, applied, or would receive.
CREATE FUNCTION guard.interested_in(agreement uuid) RETURNS uuid[]
LANGUAGE sql AS $$
  SELECT ARRAY(
    SELECT s.applicant FROM ledger.agreement a JOIN ledger.submission s ON s.application_id = a.application_id WHERE a.id = agreement
    UNION
    SELECT unnest(s.collaborators) FROM ledger.agreement a JOIN ledger.submission s ON s.application_id = a.application_id
      WHERE a.id = agreement
    UNION
    SELECT n.person_id FROM ledger.agreement_person n WHERE n.agreement_id = agreement)
$$;

CREATE FUNCTION guard.demand_recipient(agreement uuid, approved guard.selection, organisation uuid, public_key text, kind text)
  RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(organisation::text = ANY (approved.recipients), 'DA010', 'This organisation is not an approved recipient.');
  PERFORM guard.demand(
    CASE kind WHEN 'sde' THEN public_key IS NULL
      ELSE EXISTS (SELECT 1 FROM ledger.active_agreement_person n
        JOIN ledger.active_membership m ON m.person_id = n.person_id AND m.organisation_id = organisation
        WHERE n.agreement_id = agreement AND n.person_role = 'recipient' AND n.recipient_public_key = public_key) END,
    'DA010', 'The key must be that of a recipient named in the agreement.');
END
$$;

-- What was approved to leave once leaves once to each recipient; a recalled release does not count.
-- The lock keeps two publications of one agreement from passing each other.
CREATE FUNCTION guard.demand_not_released_yet(agreement uuid, approved guard.selection, organisation uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(agreement::text, 0));
  PERFORM guard.demand(
    approved.refresh <> 'once' OR NOT EXISTS (
      SELECT 1 FROM ledger.release_order o JOIN ledger.release_publication p USING (run_id)
      WHERE o.agreement_id = agreement AND o.recipient_organisation_id = organisation
        AND NOT EXISTS (SELECT 1 FROM ledger.release_recall r WHERE r.run_id = o.run_id)),
    'DA014', 'The approval is for one release, and it was published. Recall it, or apply for refreshes.');
END
$$;

CREATE FUNCTION guard.order_release(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'order_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  agreement uuid := guard.uuid_of(p, 'agreement');
  requester uuid := guard.uuid_of(p, 'requested_by');
  organisation uuid := guard.uuid_of(p, 'recipient_organisation');
  public_key text := guard.optional_text_of(p, 'recipient_key', 4000);
  order_kind text := guard.text_of(p, 'kind', 10);
  approved guard.selection;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  approved := guard.demand_in_force(agreement);
  PERFORM guard.demand(guard.level_of(approved) = 'row-level', 'DA012', 'An aggregate approval does not open rows.');
  PERFORM guard.demand(order_kind = guard.access_of(approved), 'DA005', 'The other way of access was approved, not this one.');
  PERFORM guard.demand_recipient(agreement, approved, organisation, public_key, order_kind);
  PERFORM guard.demand_person(requester);
  PERFORM guard.demand(requester = ANY (guard.interested_in(agreement)), 'DA002',
    'A release is requested by the applicant, a collaborator or a person named in the agreement.');
  PERFORM guard.demand(actor <> requester AND actor <> ALL (guard.interested_in(agreement)), 'DA003',
    'Whoever asks for a release or receives it cannot prepare it.');
  PERFORM guard.demand(actor <> ALL (guard.deciders_of(agreement)) AND requester <> ALL (guard.deciders_of(agreement)),
    'DA003', 'Whoever decided on the application can neither request nor prepare a release.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.run_id = run), 'DA014',
    'This run is ordered already.');
  PERFORM guard.demand_not_released_yet(agreement, approved, organisation);
  INSERT INTO ledger.release_order (run_id, agreement_id, selection_id, digest, requested_by, prepared_by,
      recipient_organisation_id, recipient_key, run_token_sha256, kind, entry_id)
    SELECT run, agreement, a.selection_id, a.digest, requester, actor, organisation, public_key,
      guard.text_of(p, 'run_token_sha256', 64), order_kind,
      guard.enter('order_release', actor, 'password', ticket::text, payload, 'release', run::text)
    FROM ledger.agreement a WHERE a.id = agreement;
END
$$;

-- The second pair of eyes: whoever publishes has neither asked, decided, prepared nor will receive.
CREATE FUNCTION guard.publish_release(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'publish_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  o ledger.release_order;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  o := guard.demand_run_stands(run);
  PERFORM guard.demand(actor <> o.prepared_by, 'DA003', 'You prepared this release. A second person publishes it.');
  PERFORM guard.demand(
    actor <> o.requested_by AND actor <> ALL (guard.interested_in(o.agreement_id)) AND actor <> ALL (guard.deciders_of(o.agreement_id)),
    'DA003', 'Whoever asked, decided or receives cannot publish.');
  PERFORM guard.demand_not_released_yet(o.agreement_id, guard.demand_releasable_now(run), o.recipient_organisation_id);
  INSERT INTO ledger.release_publication (run_id, published_by, package_sha256, entry_id)
    VALUES (run, actor, guard.text_of(p, 'package_sha256', 64),
      guard.enter('publish_release', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

CREATE FUNCTION guard.recall_release(run uuid, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  agreement uuid;
BEGIN
  SELECT o.agreement_id INTO agreement FROM ledger.release_order o WHERE o.run_id = run;
  PERFORM guard.demand(agreement IS NOT NULL, 'DA012', 'There is no such run.');
  IF NOT EXISTS (SELECT 1 FROM ledger.release_recall r WHERE r.run_id = run) THEN
    INSERT INTO ledger.release_recall (run_id, reason, entry_id)
      VALUES (run, coalesce(recall_release.reason, ''), guard.enter_closing('recall_release', actor,
        jsonb_build_object('run', run, 'reason', recall_release.reason), 'release', run::text));
  END IF;
  PERFORM guard.touch_gate(agreement);
END
$$;

GRANT EXECUTE ON FUNCTION guard.order_release(uuid, text), guard.publish_release(uuid, text),
  guard.recall_release(uuid, uuid, text) TO did_app;

RESET ROLE;
