package org.didaccess.api.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The part of a list that a caller asks for; use as {@code @BeanParam}. */
public class Paging {

  private static final int MOST = 100;

  @Parameter(description = "How many items to skip, from 0.")
  @QueryParam("offset")
  @DefaultValue("0")
  private String offset;

  @Parameter(description = "How many items to return, 1 to 100.")
  @QueryParam("limit")
  @DefaultValue("20")
  private String limit;

  /**
   * The request for the use case.
   *
   * @throws InvalidInput where a number is missing or out of bounds
   */
  public PageRequest request() {
    List<FieldError> errors = new ArrayList<>();
    int from = number("offset", offset, 0, Integer.MAX_VALUE, errors);
    int size = number("limit", limit, 1, MOST, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new PageRequest(from, size);
  }

  private static int number(
      String name, String text, int least, int most, List<FieldError> errors) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, together with a number out of bounds
    }
    errors.add(new FieldError(name, "Give a whole number from " + least + " to " + most + "."));
    return least;
  }
}
