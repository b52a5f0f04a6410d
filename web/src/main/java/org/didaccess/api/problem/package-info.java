/**
 * Turns every failure into one shape, RFC 9457's {@code application/problem+json}, that says what
 * to do.
 */
package org.didaccess.api.problem;
