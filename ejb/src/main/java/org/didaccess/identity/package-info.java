/**
 * People, organisations, roles and seats, and who is asking: the published side. What the guard
 * trusts stands in the ledger; names and addresses, which nothing depends on, in the app schema.
 */
package org.didaccess.identity;
