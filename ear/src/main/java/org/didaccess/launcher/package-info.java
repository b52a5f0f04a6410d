/**
 * The command line: sets up, starts and stops the whole product, and holds the commands that work
 * beside the server or without it.
 */
package org.didaccess.launcher;
