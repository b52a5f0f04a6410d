package org.didaccess.source;

import java.util.Optional;

/**
 * What became of a file that was to be loaded.
 *
 * @param check what the checks found
 * @param stored what was stored; empty where the file was rejected, and then nothing was
 */
public record LoadReceipt(CheckReport check, Optional<StoredSubmission> stored) {}
