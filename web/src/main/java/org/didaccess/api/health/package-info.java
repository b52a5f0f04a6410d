/** Whether the application lives and can work, for whoever starts, watches or balances it. */
package org.didaccess.api.health;
