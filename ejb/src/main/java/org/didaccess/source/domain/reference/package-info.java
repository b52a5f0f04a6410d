/**
 * What a submission is checked and derived against: organisations, postcodes, imaging codes, their
 * map and clinical groups, each with the dates between which it holds.
 */
package org.didaccess.source.domain.reference;
