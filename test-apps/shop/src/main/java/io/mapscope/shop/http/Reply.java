package io.mapscope.shop.http;

import org.jspecify.annotations.Nullable;

/**
 * An answer before it is written.
 *
 * @param body what Jackson turns into JSON
 * @param sessionId the session that the visitor's cookie shall name from now on; null leaves it
 */
record Reply(int status, Object body, @Nullable String sessionId) {
  static Reply ok(Object body) {
    return new Reply(200, body, null);
  }

  static Reply ok(Object body, String sessionId) {
    return new Reply(200, body, sessionId);
  }

  static Reply unavailable(Object body) {
    return new Reply(503, body, null);
  }

  static Reply of(Refusal refusal) {
    return new Reply(refusal.status(), new Problem(refusal.sentence()), null);
  }

  /** The body of an error. */
  record Problem(String error) {}
}
