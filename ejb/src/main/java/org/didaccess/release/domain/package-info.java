/** The extract, its moves, who may make them, and where extracts are kept. */
package org.didaccess.release.domain;
