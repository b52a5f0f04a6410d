/** Triage, the panels' reviews, votes and decisions, as pages. */
package org.didaccess.web.governance;
