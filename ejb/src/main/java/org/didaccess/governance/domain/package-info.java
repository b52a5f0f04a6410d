/** What the controllers' words together mean, and in which words a refusal is explained. */
package org.didaccess.governance.domain;
