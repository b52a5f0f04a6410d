/** The application's process: what its steps ask of the domain, and how the domain moves it. */
package org.didaccess.workflow.application;
