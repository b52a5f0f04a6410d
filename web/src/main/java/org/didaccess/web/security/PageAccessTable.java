package org.didaccess.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may open which page, gathered once from the declarations on the backing beans. */
@ApplicationScoped
public class PageAccessTable {

  @Inject private BeanManager beans;

  private Map<String, List<String>> rolesByView = Map.of();

  @PostConstruct
  void gather() {
    Map<String, List<String>> gathered = new HashMap<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      for (PageAccess access : bean.getBeanClass().getAnnotationsByType(PageAccess.class)) {
        gathered.put(access.view(), List.of(access.roles()));
      }
    }
    rolesByView = Map.copyOf(gathered);
  }

  /** The roles declared for a page; empty where nobody declared any, so that it stays closed. */
  public Optional<List<String>> rolesFor(String view) {
    return Optional.ofNullable(rolesByView.get(view));
  }

  /** Whether somebody with these rights may open the page. */
  public boolean admits(String view, boolean signedIn, Predicate<String> hasRole) {
    return rolesFor(view).stream()
        .flatMap(List::stream)
        .anyMatch(
            role ->
                switch (role) {
                  case PageAccess.EVERYBODY -> true;
                  case PageAccess.SIGNED_IN -> signedIn;
                  default -> signedIn && hasRole.test(role);
                });
  }
}
