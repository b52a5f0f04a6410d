/** The key store on disk: wrapped keys, the master key in PKCS#12, records of destruction. */
package org.didaccess.pseudonym.infrastructure;
