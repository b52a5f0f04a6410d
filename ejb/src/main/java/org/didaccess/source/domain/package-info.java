/**
 * The rules of a submission: its items, each rule as data with one small named check, and the dates
 * they reckon with. Pure: no file, no database, no clock.
 */
package org.didaccess.source.domain;
