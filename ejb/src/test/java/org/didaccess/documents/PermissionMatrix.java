package org.didaccess.documents;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.didaccess.agreement.application.AgreementService;
import org.didaccess.application.application.ApplicationService;
import org.didaccess.audit.application.AuditService;
import org.didaccess.catalogue.application.CatalogueService;
import org.didaccess.governance.application.GovernanceService;
import org.didaccess.identity.Roles;
import org.didaccess.identity.application.PeopleService;
import org.didaccess.notice.application.NoticeService;
import org.didaccess.register.application.RegisterService;
import org.didaccess.release.application.CohortService;
import org.didaccess.release.application.RefreshService;
import org.didaccess.release.application.ReleaseService;
import org.didaccess.release.application.SyntheticExtractService;
import org.didaccess.release.application.TraceService;
import org.didaccess.sde.application.SdeService;
import org.didaccess.source.application.WithdrawalService;
import org.didaccess.source.infrastructure.ObjectionService;
import org.didaccess.source.infrastructure.QualityService;
import org.didaccess.source.infrastructure.ReferenceService;
import org.didaccess.source.infrastructure.SubmissionService;

/** Who may do what: from the roles that the services allow, and from the applicants' policy. */
final class PermissionMatrix {

  private static final List<String> ROLES =
      List.of(
          Roles.RESEARCHER,
          Roles.PANEL,
          Roles.SIGNATORY,
          Roles.OFFICER,
          Roles.DATA_MANAGER,
          Roles.AUDITOR,
          Roles.ADMINISTRATOR);

  private static final List<Class<?>> SERVICES =
      List.of(
          PeopleService.class,
          CatalogueService.class,
          ApplicationService.class,
          GovernanceService.class,
          AgreementService.class,
          ReleaseService.class,
          RefreshService.class,
          CohortService.class,
          TraceService.class,
          SyntheticExtractService.class,
          SdeService.class,
          SubmissionService.class,
          WithdrawalService.class,
          ObjectionService.class,
          ReferenceService.class,
          QualityService.class,
          NoticeService.class,
          AuditService.class,
          RegisterService.class);

  private PermissionMatrix() {}

  /** What has rows. */
  static List<Class<?>> services() {
    return SERVICES;
  }

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            "# Who may do what\n\nGenerated from the services and policies; do not edit. A role"
                + " opens the door; policies and the guard then ask about the one thing in hand.\n"
                + "Everybody with an account is a researcher.\n");
    for (Class<?> service : SERVICES) {
      text.append("\n## ").append(service.getSimpleName().replace("Service", "")).append("\n\n");
      text.append("| act | without an account |");
      ROLES.forEach(role -> text.append(' ').append(role).append(" |"));
      text.append("\n|---|").append("---|".repeat(ROLES.size() + 1)).append('\n');
      acts(service).forEach((act, roles) -> row(text, act, roles));
    }
    return text.append(OwnAndOther.markdown()).toString();
  }

  private static void row(StringBuilder text, String act, Set<String> roles) {
    text.append("| ").append(act).append(" | ").append(mark(roles.contains("*"))).append(" |");
    boolean anybody = roles.contains("*") || roles.contains(Roles.ANYBODY_SIGNED_IN);
    ROLES.forEach(
        role -> text.append(' ').append(mark(anybody || roles.contains(role))).append(" |"));
    text.append('\n');
  }

  private static String mark(boolean allowed) {
    return allowed ? "yes" : "";
  }

  /** The acts of the service's use-case interface, with the roles that may call each. */
  private static Map<String, Set<String>> acts(Class<?> service) {
    Map<String, Set<String>> acts = new TreeMap<>();
    for (Class<?> published : service.getInterfaces()) {
      for (Method act : published.getMethods()) {
        acts.computeIfAbsent(act.getName(), first -> new TreeSet<>()).addAll(roles(service, act));
      }
    }
    return acts;
  }

  private static Set<String> roles(Class<?> service, Method act) {
    Method implementation;
    try {
      implementation = service.getMethod(act.getName(), act.getParameterTypes());
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (implementation.isAnnotationPresent(PermitAll.class)) {
      return Set.of("*");
    }
    RolesAllowed allowed = implementation.getAnnotation(RolesAllowed.class);
    if (allowed == null && service.isAnnotationPresent(PermitAll.class)) {
      return Set.of("*");
    }
    RolesAllowed chosen = allowed == null ? service.getAnnotation(RolesAllowed.class) : allowed;
    return chosen == null ? Set.of() : Set.of(chosen.value());
  }
}
