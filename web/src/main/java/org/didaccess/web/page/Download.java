package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Answers a button with a file in the place of the page. */
@RequestScoped
public class Download {

  @Inject private FacesContext faces;

  /** The answer that the file's text is to be written to; nothing keeps a copy on its way. */
  public ExternalContext begin(String mediaType, String fileName) {
    ExternalContext answer = faces.getExternalContext();
    answer.responseReset();
    answer.setResponseContentType(mediaType);
    answer.setResponseCharacterEncoding("UTF-8");
    answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    answer.setResponseHeader("Cache-Control", "no-store");
    answer.setResponseHeader("X-Content-Type-Options", "nosniff");
    faces.responseComplete();
    return answer;
  }
}
