/**
 * Makes synthetic months of the data set. People, numbers and codes are invented; shares and
 * relations are plausible, and one seed always gives the same bytes.
 */
package org.didaccess.source.synthetic;
