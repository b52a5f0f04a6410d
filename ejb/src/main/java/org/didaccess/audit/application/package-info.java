/**
 * The audit use cases: checkpoints at work, reading for auditors, export, and the offline check.
 */
package org.didaccess.audit.application;
