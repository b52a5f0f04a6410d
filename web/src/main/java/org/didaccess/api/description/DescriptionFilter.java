package org.didaccess.api.description;

import java.util.List;
import org.didaccess.api.access.AccessDeclaration;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to every operation who may call it, the code of its success, and every code with which it
 * can refuse; each refusal is a problem. Nobody writes these by hand, so none is forgotten.
 */
public class DescriptionFilter implements OASFilter {

  private static final String NO_CONTENT = "204";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    for (Refusal refusal : Refusal.ALL) {
      api.getComponents().addResponse(refusal.name(), refusal.response());
    }
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(
            path -> path.getOperations().forEach((verb, operation) -> complete(verb, operation)));
  }

  private static void complete(PathItem.HttpMethod verb, Operation operation) {
    ResourceOperation resource = ResourceOperation.of(verb, operation.getOperationId());
    operation.setOperationId(operation.getTags().get(0) + '-' + resource.method().getName());
    access(operation, resource.access());
    if (resource.method().getReturnType() == void.class) {
      operation.setResponses(doneWithoutContent());
    }
    Refusal.of(resource).forEach(refusal -> add(operation.getResponses(), refusal));
  }

  private static void access(Operation operation, AccessDeclaration access) {
    if (access.open()) {
      // One empty requirement, since an empty list is left out of the document.
      operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
      operation.setDescription("Open to everybody.");
    } else if (access.roles().contains(AccessDeclaration.ANYBODY_SIGNED_IN)) {
      operation.setDescription("For everybody who is signed in, about what is open to them.");
    } else {
      operation.setDescription("For the roles " + String.join(", ", access.roles()) + ".");
    }
  }

  private static APIResponses doneWithoutContent() {
    return OASFactory.createAPIResponses()
        .addAPIResponse(NO_CONTENT, OASFactory.createAPIResponse().description("Done"));
  }

  private static void add(APIResponses responses, Refusal refusal) {
    APIResponse reference = OASFactory.createAPIResponse().ref(refusal.name());
    responses.addAPIResponse(refusal.status(), reference);
  }
}
