/** Measures a whole release beside plain copies, in one run and by turns, on invented rows. */
package org.didaccess.launcher.bench;
