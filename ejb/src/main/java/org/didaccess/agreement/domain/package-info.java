/** The agreement's states, moves and text, and who may do what with it. */
package org.didaccess.agreement.domain;
