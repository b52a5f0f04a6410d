/** Triage, votes and decisions over REST. */
package org.didaccess.api.governance;
