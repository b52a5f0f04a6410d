/**
 * What every process adapter shares: the names of steps and messages, variables that can hold
 * nothing personal, and moves of running processes that never argue with an aggregate.
 */
package org.didaccess.workflow.process;
