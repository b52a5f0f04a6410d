package org.didaccess.web.home;

/**
 * Something that waits for the viewer.
 *
 * @param title what it is
 * @param hint what is to be done
 * @param address where it is done
 * @param state where the thing stands, for the tag's colour
 * @param stateLabel the same in words
 */
public record Turn(String title, String hint, String address, Object state, String stateLabel) {}
