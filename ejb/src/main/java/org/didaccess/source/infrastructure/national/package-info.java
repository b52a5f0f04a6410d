/**
 * The files in which the country's reference lists are published, read into the lists that a
 * submission is checked against: the ONS Postcode Directory, the ODS reports, SNOMED CT's release
 * format, and the product's own lists for what is published in no open format.
 */
package org.didaccess.source.infrastructure.national;
