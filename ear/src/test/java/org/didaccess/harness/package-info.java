/**
 * Starts the whole product once for all tests that need it: in the server, over REST, in a browser.
 */
package org.didaccess.harness;
