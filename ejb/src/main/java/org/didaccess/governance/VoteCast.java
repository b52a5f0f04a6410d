package org.didaccess.governance;

import java.util.UUID;

/** A member voted on a slot. */
public record VoteCast(UUID application, UUID version, UUID controllership) {}
