/**
 * The demonstration: invented people who walk the product's own REST interface, as anybody could.
 * It answers for demonstration accounts, the demonstration data and the main job as a script.
 */
package org.didaccess.launcher.demo;
