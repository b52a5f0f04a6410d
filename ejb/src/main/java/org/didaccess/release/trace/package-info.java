/**
 * Finds whose copy a leaked file is, by the marks in its record tokens.
 *
 * <p>The file is read as text of any kind, once and in constant memory; what is tested against each
 * recipient's mark is a fair sample of the tokens in it.
 */
package org.didaccess.release.trace;
