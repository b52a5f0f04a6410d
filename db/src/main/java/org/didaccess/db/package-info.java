/**
 * The database as a part of the product: the embedded PostgreSQL clusters (start, proof that a data
 * folder is ours, stop), the secrets of their logins, and the migrations. Nothing of the business
 * is known here.
 */
package org.didaccess.db;
