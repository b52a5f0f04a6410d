/** What is derived from a record when it is loaded, as at the test date. Pure functions. */
package org.didaccess.source.domain.derivation;
