/**
 * The process engine and everything that knows it. Processes route, wait, remind and escalate; the
 * aggregates decide. No other module names a type of the engine.
 */
package org.didaccess.workflow;
