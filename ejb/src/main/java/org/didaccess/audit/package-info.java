/**
 * The provable trail: every act appends a row that nobody can change, each aggregate has a chain of
 * its own, all chains stand in one Merkle tree (RFC 6962), and signed checkpoints of that tree are
 * kept outside the database. Whoever holds an earlier checkpoint can prove the trail offline.
 */
package org.didaccess.audit;
