package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.didaccess.web.security.Addresses;
import org.didaccess.web.security.PageAccessTable;

/** The menu: what the viewer may open, in the order of the work. */
@Named
@RequestScoped
public class Navigation {

  /**
   * One entry.
   *
   * @param label its words
   * @param address where it leads
   * @param active whether the present page belongs to it
   */
  public record Link(String label, String address, boolean active) {}

  private record Entry(String label, String address, String area) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("Home", "/", "/index"),
          new Entry("Catalogue", "/catalogue", "/catalogue"),
          new Entry("Applications", "/applications", "/application"),
          new Entry("Triage", "/triage", "/triage"),
          new Entry("Reviews", "/reviews", "/review"),
          new Entry("Agreements", "/agreements", "/agreement"),
          new Entry("Releases", "/releases", "/release"),
          new Entry("Workspaces", "/workspaces", "/workspace"),
          new Entry("Submissions", "/submissions", "/submission"),
          new Entry("People", "/people", "/people"),
          new Entry("Organisations", "/organisations", "/organisation"),
          new Entry("Incidents", "/incidents", "/incident"),
          new Entry("Audit trail", "/audit", "/audit"),
          new Entry("Notices", "/notices", "/notices"),
          new Entry("Register", "/register", "/register"));

  @Inject private HttpServletRequest request;
  @Inject private PageAccessTable access;

  /** The entries for this viewer. */
  public List<Link> getLinks() {
    String here = Addresses.view(request);
    return ENTRIES.stream()
        .filter(this::open)
        .map(entry -> new Link(entry.label(), entry.address(), here.startsWith(entry.area())))
        .toList();
  }

  private boolean open(Entry entry) {
    String view = entry.address().equals("/") ? "/index" : entry.address();
    return access.admits(view, request.getUserPrincipal() != null, request::isUserInRole);
  }
}
