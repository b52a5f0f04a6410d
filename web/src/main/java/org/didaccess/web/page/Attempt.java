package org.didaccess.web.page;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.didaccess.shared.DomainException;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.InvalidInput;

/**
 * Runs a use case for a page. A refusal becomes messages in the page's error summary, at the fields
 * that are named like the command's inputs; the person stays where they are and keeps what they
 * typed.
 */
@RequestScoped
public class Attempt {

  @Inject private FacesContext faces;

  /**
   * Runs an act.
   *
   * @param act the use case
   * @param done what to tell afterwards
   * @param next the address to go to
   * @return the address, or null where the act was refused
   */
  public String run(Runnable act, String done, String next) {
    return call(
        () -> {
          act.run();
          return next;
        },
        done,
        Function.identity());
  }

  /** Runs an act whose result says where to go on. */
  public <R> String call(Callable<R> act, String done, Function<R, String> next) {
    try {
      R result = act.call();
      if (done != null) {
        faces.getExternalContext().getFlash().put("notice", done);
      }
      return redirect(next.apply(result));
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(this::tell);
    } catch (DomainException refused) {
      tell(null, refused.getMessage());
    } catch (EJBAccessException refused) {
      tell(null, "Your roles do not allow this.");
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return null;
  }

  /** Runs an act after which the person stays on the page. */
  public void stay(Runnable act) {
    run(act, null, "");
  }

  private void tell(FieldError error) {
    // Inputs carry their plain ids: forms do not prepend theirs.
    boolean shown = faces.getViewRoot().invokeOnComponent(faces, error.field(), (f, input) -> {});
    tell(shown ? error.field() : null, error.message());
  }

  private void tell(String clientId, String message) {
    faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
  }

  private static String redirect(String address) {
    return address + (address.indexOf('?') < 0 ? "?" : "&") + "faces-redirect=true";
  }
}
