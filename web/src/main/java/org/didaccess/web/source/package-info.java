/** Monthly submissions as pages: the list, and checking or loading a file. */
package org.didaccess.web.source;
