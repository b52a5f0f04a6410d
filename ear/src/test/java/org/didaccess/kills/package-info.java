/**
 * Hard kills of the server and of PostgreSQL while packages and workspaces are made: afterwards
 * each is finished or cleanly undone.
 */
package org.didaccess.kills;
