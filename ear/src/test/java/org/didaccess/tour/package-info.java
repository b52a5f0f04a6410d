/**
 * Walks the product in a real browser as its people would, role by role. Every view that is passed
 * is looked at by axe, at a desk's width and at a telephone's, and kept as a picture.
 */
package org.didaccess.tour;
