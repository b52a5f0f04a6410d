package org.didaccess.api.health;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers whether the application lives, and whether it can work. Public, and says no more. */
@Path("/health")
@Tag(name = "health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  private static final int SECONDS_TO_ANSWER = 2;

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource database;

  /** The process answers. */
  @GET
  @Path("/live")
  @Operation(summary = "Whether the process answers")
  public Map<String, String> live() {
    return Map.of("status", "UP");
  }

  /** The application and its database can work: 200, else 503. */
  @GET
  @Path("/ready")
  @Operation(summary = "Whether the application and its database can work")
  @APIResponse(responseCode = "200", description = "Both can")
  @APIResponse(responseCode = "503", description = "The database does not answer")
  public Response ready() {
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(SECONDS_TO_ANSWER)) {
        return Response.ok(Map.of("status", "UP")).build();
      }
    } catch (SQLException e) {
      return notReady();
    }
    return notReady();
  }

  private static Response notReady() {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .entity(Map.of("status", "DOWN", "reason", "the database does not answer"))
        .build();
  }
}
