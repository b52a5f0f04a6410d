/** Delivering notices and reading them. */
package org.didaccess.notice.application;
