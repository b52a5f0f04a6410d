/** What pages may ask of the process engine, without knowing that there is one. */
package org.didaccess.shared.process;
