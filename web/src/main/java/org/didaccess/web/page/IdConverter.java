package org.didaccess.web.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.util.Objects;
import java.util.UUID;
import org.didaccess.shared.NotFound;

/** Ids in addresses: what is none leads to nothing, as an id that nobody knows does. */
@FacesConverter(forClass = UUID.class)
public class IdConverter implements Converter<Object> {

  @Override
  public UUID getAsObject(FacesContext context, UIComponent component, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException foreign) {
      throw new NotFound("page");
    }
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, Object id) {
    return Objects.toString(id, "");
  }
}
