package org.didaccess.web.page;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.OptionalInt;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;

/**
 * Leads a page that cannot be shown to the page that says so: what is missing or closed answers 404
 * and 403. All else stays with Jakarta Faces, and so with the general failure page.
 */
public class PageFailures extends ExceptionHandlerWrapper {

  PageFailures(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext()) {
      OptionalInt status = status(queued.next().getContext().getException());
      if (status.isPresent()) {
        queued.remove();
        answer(status.getAsInt());
      }
    }
    getWrapped().handle();
  }

  private static OptionalInt status(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotFound) {
        return OptionalInt.of(404);
      }
      if (cause instanceof NotPermitted || cause instanceof EJBAccessException) {
        return OptionalInt.of(403);
      }
    }
    return OptionalInt.empty();
  }

  private static void answer(int status) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      // The page that tells of it has a nonce of its own; two policies would allow neither's
      // scripts.
      context.getExternalContext().setResponseHeader("Content-Security-Policy", null);
      context.getExternalContext().responseSendError(status, null);
      context.responseComplete();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
