/** The use cases of releases, and the work behind them: preparing runs by lease. */
package org.didaccess.release.application;
