/**
 * The OpenAPI description, completed from what the code declares: who may call an operation, and
 * with which codes it can refuse.
 */
package org.didaccess.api.description;
