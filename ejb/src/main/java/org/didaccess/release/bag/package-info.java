/**
 * The package that a recipient gets: a BagIt 1.0 bag with the data, their description, a code book,
 * loaders, the proof and a signature, packed as tar and encrypted to the recipient's age key; and
 * its check, which needs neither server nor database.
 */
package org.didaccess.release.bag;
