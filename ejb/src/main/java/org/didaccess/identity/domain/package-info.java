/** What a person's account is checked against before the guard is asked. */
package org.didaccess.identity.domain;
