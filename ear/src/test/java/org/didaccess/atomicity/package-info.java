/** Domain, ledger, process engine and trail stand or fall together, at every step of the path. */
package org.didaccess.atomicity;
