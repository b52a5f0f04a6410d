package org.didaccess.shared.infrastructure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * Hands every id of an entity that is not its key to the driver as it is. The converter that JPA's
 * implementation brings fails on an id that is null.
 */
@Converter(autoApply = true)
public class IdColumns implements AttributeConverter<UUID, UUID> {

  @Override
  public UUID convertToDatabaseColumn(UUID id) {
    return id;
  }

  @Override
  public UUID convertToEntityAttribute(UUID stored) {
    return stored;
  }
}
