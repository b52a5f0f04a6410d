/** The agreement's use cases: authorise, load, act, store, tell. */
package org.didaccess.agreement.application;
