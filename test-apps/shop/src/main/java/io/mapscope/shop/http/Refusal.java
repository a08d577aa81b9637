package io.mapscope.shop.http;

/** A request that the shop answers with an error status and a sentence for its sender. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Refusal(int status, String sentence) {
    // No stack trace: it is an answer, not a defect.
    super(sentence, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
