/** Applications over REST: drafting, submitting, taking back. */
package org.didaccess.api.application;
