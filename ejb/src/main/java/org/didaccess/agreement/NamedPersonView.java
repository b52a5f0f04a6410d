package org.didaccess.agreement;

import java.util.UUID;

/**
 * A person named in an agreement.
 *
 * @param personId the person
 * @param name their name
 * @param role {@code analyst} or {@code recipient}
 * @param publicKey a recipient's own age key, or null
 */
public record NamedPersonView(UUID personId, String name, String role, String publicKey) {}
