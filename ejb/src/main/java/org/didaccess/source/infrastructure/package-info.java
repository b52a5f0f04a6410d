/** Files and tables behind the submissions: CSV, compression, the reference's lists, COPY. */
package org.didaccess.source.infrastructure;
