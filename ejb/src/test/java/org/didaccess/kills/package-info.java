/**
 * Hard kills of loads and releases: the process that does the work, or PostgreSQL under it, ends at
 * a random moment. Nothing is lost, nothing is doubled, and what is finished later has the same
 * bytes.
 */
package org.didaccess.kills;
