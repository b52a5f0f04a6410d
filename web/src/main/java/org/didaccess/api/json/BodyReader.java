package org.didaccess.api.json;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Lets a JSON body through to the binding only where {@link BodyInspection} could read it. */
@Provider
public class BodyReader implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      return context.proceed();
    }
    demandUtf8(context.getMediaType());
    byte[] body = context.getInputStream().readAllBytes();
    BodyInspection.demandReadable(body);
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }

  /** The same bytes must not mean one thing to the inspection and another to the binding. */
  private static void demandUtf8(MediaType type) {
    String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw new NotSupportedException();
    }
  }
}
