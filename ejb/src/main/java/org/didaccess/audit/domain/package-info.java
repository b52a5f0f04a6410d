/**
 * Rows, chains, the Merkle tree and signed checkpoints as pure code, so that the same rules serve
 * the server and the offline check.
 */
package org.didaccess.audit.domain;
