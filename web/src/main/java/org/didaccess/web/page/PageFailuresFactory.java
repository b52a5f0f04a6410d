package org.didaccess.web.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link PageFailures} in charge of what a page throws. */
public class PageFailuresFactory extends ExceptionHandlerFactory {

  /** Wraps the handler of Jakarta Faces. */
  public PageFailuresFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new PageFailures(getWrapped().getExceptionHandler());
  }
}
