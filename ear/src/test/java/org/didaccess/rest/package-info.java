/** The REST interface as it is met from outside: who may, what is told, and what is refused. */
package org.didaccess.rest;
