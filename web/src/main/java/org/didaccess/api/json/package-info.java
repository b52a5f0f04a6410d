/**
 * How values look as JSON and how a body is read: strictly, so that what is stored is what was
 * meant, and so that no body can keep the reader busy.
 */
package org.didaccess.api.json;
