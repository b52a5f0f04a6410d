package org.didaccess.workflow.process;

import org.didaccess.shared.process.ProcessKeys;

/** Element ids, message names and variable names of the models, the only place that spells them. */
public final class Steps {
  private Steps() {}

  /** The process {@code data-access-application}. */
  public static final class Application {
    public static final String PROCESS = ProcessKeys.DATA_ACCESS_APPLICATION;
    public static final String ASSESSMENT_ROUTE = "assessment-route";

    public static final String ASSESS_ROUTE = "assess-route";
    public static final String TRIAGE = "triage-application";
    public static final String REVISE = "revise-application";
    public static final String DECIDE = "controller-decision";

    /** The step with its loop: as many tasks as there are open slots. */
    public static final String DECIDE_ALL = DECIDE + "#multiInstanceBody";

    public static final String ALL_DECIDED = "all-decided";
    public static final String ACCEPT_NARROWED = "accept-narrowed";
    public static final String DRAFT = "draft-agreement";
    public static final String SIGN = "sign-agreement";

    public static final String DECISIONS_COMPLETE = "decisions-complete";
    public static final String RETURNED = "application-returned";
    public static final String APPROVAL_LOST = "approval-lost";
    public static final String WITHDRAWN = "application-withdrawn";
    public static final String REJECTED = "application-rejected";

    public static final String ACCEPTED_FLAG = "accepted";
    public static final String NARROWED_FLAG = "narrowed";
    public static final String OPEN_SLOTS = "openSlots";
    public static final String CONTROLLERSHIP = "controllershipId";
    public static final String AGREEMENT = "agreementId";
    public static final String ROW_LEVEL = "rowLevel";
    public static final String EXTRACT = "extract";
    public static final String LINKED = "linked";

    private Application() {}
  }

  /** The process {@code agreement-term}. */
  public static final class Agreement {
    public static final String PROCESS = ProcessKeys.AGREEMENT_TERM;

    public static final String START_DATE = "start-date";
    public static final String IN_FORCE = "in-force";
    public static final String SUSPENDED_STEP = "suspended";
    public static final String END = "end-agreement";
    public static final String DESTROY = "confirm-destruction";

    public static final String SUSPENDED = "agreement-suspended";
    public static final String RESUMED = "agreement-resumed";
    public static final String REVOKED = "agreement-revoked";
    public static final String ENDED = "agreement-ended";

    public static final String STARTS_AT = "startsAt";
    public static final String REMIND_AT = "remindAt";
    public static final String ENDS_AT = "endsAt";

    private Agreement() {}
  }

  /** The process {@code extract-release}. */
  public static final class Release {
    public static final String PROCESS = ProcessKeys.EXTRACT_RELEASE;

    public static final String PREPARE = "prepare-extract";
    public static final String CHECK = "check-extract";
    public static final String PUBLISH = "publish-extract";
    public static final String OFFERED = "offered";
    public static final String TELL_OF_RECALL = "tell-of-recall";
    public static final String CONFIRM_DESTRUCTION = "confirm-destruction";

    public static final String PREPARED = "preparation-finished";
    public static final String FAILED = "preparation-failed";
    public static final String CANCELLED = "release-cancelled";
    public static final String RECALLED = "release-recalled";

    public static final String OFFERED_UNTIL = "offeredUntil";

    private Release() {}
  }

  /** The process {@code sde-workspace}. */
  public static final class Workspace {
    public static final String PROCESS = ProcessKeys.SDE_WORKSPACE;

    public static final String PROVISION = "provision-workspace";
    public static final String OPEN = "workspace-open";
    public static final String SHUT = "workspace-shut";

    public static final String PROVISIONED = "workspace-provisioned";
    public static final String SUSPENDED = "workspace-suspended";
    public static final String RESUMED = "workspace-resumed";
    public static final String CLOSED = "workspace-closed";
    public static final String ABANDONED = "workspace-abandoned";

    public static final String CLOSED_BY = "closedBy";

    private Workspace() {}
  }
}
