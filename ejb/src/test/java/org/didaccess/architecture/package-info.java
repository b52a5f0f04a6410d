/** The walls between capabilities and layers, each shown to fail on a planted violation. */
package org.didaccess.architecture;
