package org.didaccess.source.application;

import org.didaccess.source.domain.SubmittedRecord;

/** Where accepted records go. Encoding may happen on any thread, writing on one alone. */
public interface RowSink {

  /** Takes nothing: for a check that stores nothing. */
  RowSink NOWHERE =
      new RowSink() {
        @Override
        public void encode(StringBuilder out, long row, SubmittedRecord submitted) {
          // Nothing is kept.
        }

        @Override
        public void encodeExclusion(StringBuilder out, long row) {
          // Nothing is kept.
        }

        @Override
        public void write(CharSequence encoded) {
          // Nothing is kept.
        }
      };

  /** Appends an accepted record in the sink's own form. */
  void encode(StringBuilder out, long row, SubmittedRecord submitted);

  /** Appends the word that a record written before is not to be stored after all. */
  void encodeExclusion(StringBuilder out, long row);

  /** Takes what was encoded. */
  void write(CharSequence encoded);
}
