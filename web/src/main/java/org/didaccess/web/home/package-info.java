/** The start page: what waits for the person, and what they can begin. */
package org.didaccess.web.home;
