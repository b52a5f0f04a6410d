/** Classes that break the walls on purpose, so that the rules are seen to fail. */
package org.didaccess.architecture.planted;
