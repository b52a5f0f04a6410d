/**
 * What changed since the recipient's last refresh. Each refresh leaves behind, month by month,
 * which records the recipient now holds: their tokens, their people's tokens and a digest of each
 * row, in the order of the files. The next one is laid beside it while it is written, in one pass
 * and constant memory. Nothing is read for it that the guard did not open, and whatever moved a row
 * in or out (a correction, a withdrawal, an objection, a regrouping of people) shows as what it
 * means to the recipient.
 */
package org.didaccess.release.refresh;
