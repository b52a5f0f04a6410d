package org.didaccess.api.description;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.didaccess.api.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * One way in which operations refuse.
 *
 * @param name its name among the description's components
 * @param status the HTTP status
 * @param description what it means
 * @param possible which operations can refuse so
 */
record Refusal(
    String name, String status, String description, Predicate<ResourceOperation> possible) {

  /** All of them. */
  static final List<Refusal> ALL =
      List.of(
          new Refusal("Unreadable", "400", "The request cannot be read.", resource -> true),
          new Refusal(
              "NotSignedIn",
              "401",
              "Nobody is signed in, or login and secret do not belong together.",
              resource -> !resource.access().open() || resource.checksSecret()),
          new Refusal(
              "NotPermitted",
              "403",
              "The person may not do this; or X-CSRF-Token is missing; or the confirmation is wrong.",
              resource -> !resource.access().open() || !resource.reading()),
          new Refusal(
              "NotFound",
              "404",
              "There is no such thing, or it is not open to the caller: these are not told apart.",
              resource -> resource.hasPathParameters() || resource.body().isPresent()),
          new Refusal(
              "NotAcceptable",
              "406",
              "The answer has another media type than was asked for.",
              resource -> true),
          new Refusal(
              "Conflict",
              "409",
              "The state of things does not allow it now.",
              resource -> !resource.reading()),
          new Refusal(
              "Stale",
              "412",
              "Somebody changed it since it was read.",
              ResourceOperation::expectsVersion),
          new Refusal("TooLarge", "413", "The body is too large.", Refusal::hasBody),
          new Refusal(
              "WrongMediaType", "415", "The body has a wrong media type.", Refusal::hasBody),
          new Refusal(
              "Invalid",
              "422",
              "A value cannot be taken; the problem names each.",
              resource -> resource.hasQueryParameters() || !resource.reading()),
          new Refusal(
              "VersionRequired", "428", "If-Match is missing.", ResourceOperation::expectsVersion),
          new Refusal(
              "LockedOut",
              "429",
              "Too many wrong secrets: wait a quarter of an hour.",
              ResourceOperation::checksSecret),
          new Refusal("Failed", "500", "Our fault; nothing was changed.", resource -> true));

  static Stream<Refusal> of(ResourceOperation resource) {
    return ALL.stream().filter(refusal -> refusal.possible().test(resource));
  }

  APIResponse response() {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE.toString(),
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
  }

  private static boolean hasBody(ResourceOperation resource) {
    return resource.body().isPresent();
  }
}
