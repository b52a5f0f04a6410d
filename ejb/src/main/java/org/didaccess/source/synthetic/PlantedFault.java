package org.didaccess.source.synthetic;

/**
 * A damaged record.
 *
 * @param row its place in the file, from 1
 * @param fault what was done to it
 */
record PlantedFault(long row, Fault fault) {}
