/**
 * Runs the checks over a whole file and stores what passed. Knows neither CSV nor SQL: both come in
 * through this package's ports.
 */
package org.didaccess.source.application;
