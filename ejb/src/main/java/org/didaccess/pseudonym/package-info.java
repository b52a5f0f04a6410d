/**
 * Keys and tokens: one random key an agreement, the tokens that replace references to people and
 * records under that key, and the destruction of a key that survives the restoring of an old store.
 *
 * <p>Keys never enter the main database, a log or a page. They live wrapped in a store of their own
 * with its own backup; what was destroyed is recorded outside that store.
 */
package org.didaccess.pseudonym;
