/**
 * A request for one exact selection of a data set, from draft to approval: the published side. The
 * draft and its answers are ours to change; a submitted version is frozen with its digest, and the
 * guard holds the fact that it was submitted.
 */
package org.didaccess.application;
