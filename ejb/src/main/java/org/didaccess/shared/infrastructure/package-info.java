/** The main database as gateways use it: bound parameters only, the guard's refusals as errors. */
package org.didaccess.shared.infrastructure;
