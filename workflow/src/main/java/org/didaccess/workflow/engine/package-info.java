/**
 * The engine's life inside the application server: its settings, its part in the container's
 * transactions, its threads, and how a name in a model finds a bean.
 */
package org.didaccess.workflow.engine;
