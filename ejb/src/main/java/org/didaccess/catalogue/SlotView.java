package org.didaccess.catalogue;

import java.util.UUID;

/**
 * A controller's place in every approval of a data set.
 *
 * @param controllershipId the slot
 * @param function the function for which the organisation controls the data set
 * @param controllerId the organisation recorded as controller
 * @param controller its name
 * @param holderId who holds the slot now, after successions; the controller itself where none
 * @param holder the holder's name
 * @param blocked whether the slot's holder is dissolved with no successor recorded
 * @param reason why it is blocked and what to do, or null
 */
public record SlotView(
    UUID controllershipId,
    String function,
    UUID controllerId,
    String controller,
    UUID holderId,
    String holder,
    boolean blocked,
    String reason) {}
