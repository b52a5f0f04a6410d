/**
 * What the database enforces by itself, tried by direct SQL as each login in turn: no approval, no
 * bytes. States are reached by the guard's own acts.
 */
package org.didaccess.guard;
