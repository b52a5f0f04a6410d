package org.didaccess.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.release.RefreshUseCases;
import org.didaccess.release.StandingOrderView;

/** Standing orders for the page of their agreement, asked for once a request. */
@Named
@RequestScoped
public class StandingOrders {

  @Inject private RefreshUseCases refreshes;

  private final Map<UUID, List<StandingOrderView>> known = new HashMap<>();

  /** Those of an agreement that the viewer may see. */
  public List<StandingOrderView> of(UUID agreement) {
    return known.computeIfAbsent(agreement, refreshes::ofAgreement);
  }
}
