/**
 * Triage, the controllers' panels, votes, conditions and decisions: the published side. Decisions
 * and votes stand in the ledger; the guard takes them from the person who acts.
 */
package org.didaccess.governance;
