/**
 * The application as an aggregate: its states and moves, its sections, its selection, its policies.
 */
package org.didaccess.application.domain;
