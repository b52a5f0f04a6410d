/** Values in addresses: read strictly, and refused with what to give instead. */
package org.didaccess.api.parameter;
