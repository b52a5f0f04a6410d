package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.didaccess.identity.MeView;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.web.security.Addresses;
import org.primefaces.context.PrimeFacesContext;

/** Who looks at the page. */
@Named
@RequestScoped
public class Viewer {

  @Inject private HttpServletRequest request;
  @Inject private PeopleUseCases people;

  private MeView me;

  /** Whether anybody is signed in. */
  public boolean isSignedIn() {
    return request.getUserPrincipal() != null;
  }

  /** The account of whoever is signed in. */
  public MeView getMe() {
    if (me == null) {
      me = people.me();
    }
    return me;
  }

  /** The name of whoever is signed in. */
  public String getName() {
    return getMe().name();
  }

  /** Whether the viewer is signed in and has the role. */
  public boolean has(String role) {
    return isSignedIn() && request.isUserInRole(role);
  }

  /** How long the session lasts without a request, in seconds. */
  public int getSessionSeconds() {
    return request.getSession().getMaxInactiveInterval();
  }

  /** The nonce that the page's Content-Security-Policy names. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  /** Where the viewer was when their page ran out. */
  public String getLastAddress() {
    return Addresses.ofReferrer(request);
  }
}
