package org.didaccess.application;

/**
 * Which applications to list.
 *
 * @param status only those of this status; null lists all
 */
public record ApplicationFilter(ApplicationStatus status) {}
