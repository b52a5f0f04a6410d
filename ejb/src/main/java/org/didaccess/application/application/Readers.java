package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.application.domain.ApplicationPolicy;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.SlotView;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.Roles;
import org.didaccess.shared.NotFound;

/** Decides whether the caller may see an application. */
@ApplicationScoped
public class Readers {

  private static final List<String> ROLES =
      List.of(Roles.OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

  private final CurrentPerson caller;
  private final Directory directory;
  private final CatalogueUseCases catalogue;

  /** For the container's proxy. */
  protected Readers() {
    this(null, null, null);
  }

  /** For the present caller. */
  @Inject
  public Readers(CurrentPerson caller, Directory directory, CatalogueUseCases catalogue) {
    this.caller = caller;
    this.directory = directory;
    this.catalogue = catalogue;
  }

  /**
   * Lets the caller see an application of a data set, or says that there is none.
   *
   * @throws NotFound where the caller may not see it
   */
  public void check(DataAccessApplication application, String dataSet) {
    boolean own = application.isOf(caller.id());
    boolean submitted = application.versionNumber() > 0;
    Set<String> roles = ROLES.stream().filter(caller::has).collect(Collectors.toSet());
    boolean reviewer = !own && submitted && caller.has(Roles.PANEL) && sitsFor(dataSet);
    if (!ApplicationPolicy.mayRead(own, submitted, reviewer, roles)) {
      throw new NotFound("application");
    }
  }

  private boolean sitsFor(String dataSet) {
    Set<UUID> holders =
        catalogue.slots(dataSet).stream().map(SlotView::holderId).collect(Collectors.toSet());
    return directory.seats(caller.id()).stream()
        .anyMatch(
            seat ->
                !seat.kind().equals(Roles.SIGNATORY) && holders.contains(seat.organisationId()));
  }
}
