/** Agreements over REST: drafting, signing, stopping. */
package org.didaccess.api.agreement;
