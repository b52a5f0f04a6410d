package org.didaccess.pseudonym;

/**
 * The key of the mark that one recipient's copies under one agreement carry.
 *
 * @param key derived from the product's watermark key, the agreement and the recipient
 */
public record WatermarkKey(TokenKey key) {

  /** The mark, for one thread. */
  public Watermark watermark() {
    return new Watermark(key.tokeniser());
  }
}
