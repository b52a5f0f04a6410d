/**
 * The data sharing agreement: drafted from an approved version, signed by every party, active
 * within its dates, suspended, resumed, revoked, ended, and its data destroyed. Signatures and
 * events stand in the ledger; the guard computes from them whether the agreement is active.
 */
package org.didaccess.agreement;
