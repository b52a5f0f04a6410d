/**
 * Monthly submissions of the Diagnostic Imaging Data Set: checked, derived, parted from their
 * identifiers and stored. Published here: the use cases, what they take and what they answer.
 */
package org.didaccess.source;
