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
    public static final String FIND_OUTCOME = "find-outcome";
    public static final String ACCEPT_NARROWED = "accept-narrowed";
    public static final String DRAFT = "draft-agreement";
    public static final String SIGN = "sign-agreement";

    public static final String RETURNED = "application-returned";
    public static final String APPROVAL_LOST = "approval-lost";
    public static final String WITHDRAWN = "application-withdrawn";
    public static final String REJECTED = "application-rejected";

    public static final String ACCEPTED_FLAG = "accepted";
    public static final String NARROWED_FLAG = "narrowed";
    public static final String CONTROLLERSHIP = "controllershipId";
    public static final String LEVEL = "level";
    public static final String ACCESS_METHOD = "accessMethod";
    public static final String LINKAGE = "linkage";

    private Application() {}
  }

  /** The process {@code agreement-term}. */
  public static final class Agreement {
    public static final String PROCESS = ProcessKeys.AGREEMENT_TERM;

    public static final String IN_FORCE = "in-force";
    public static final String SUSPENDED_STEP = "suspended";
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
    public static final String AWAIT_PREPARATION = "await-preparation";
    public static final String CHECK = "check-extract";
    public static final String PUBLISH = "publish-extract";
    public static final String OFFERED = "offered";

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
    public static final String AWAIT_PROVISIONING = "await-provisioning";
    public static final String OPEN = "workspace-open";
    public static final String SUSPENDED_STEP = "workspace-suspended";

    public static final String PROVISIONED = "workspace-provisioned";
    public static final String SUSPENDED = "workspace-suspended";
    public static final String RESUMED = "workspace-resumed";
    public static final String CLOSED = "workspace-closed";
    public static final String ABANDONED = "workspace-abandoned";

    public static final String ENDS_AT = "endsAt";

    private Workspace() {}
  }
}
