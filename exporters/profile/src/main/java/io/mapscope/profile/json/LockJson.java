package io.mapscope.profile.json;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@link ExternalLock} in JSON, both ways: {@code externalLock} is the class, or null when no lock
 * was seen; {@code externalLockDetail} stands beside it.
 */
final class LockJson {

  private static final String LOCK = "externalLock";
  private static final String DETAIL = "externalLockDetail";

  private LockJson() {}

  static void write(JsonWriter json, @Nullable ExternalLock lock) throws IOException {
    if (lock != null) {
      json.name(LOCK).value(lock.className());
      MapFactsJson.inline(json, DETAIL, lock.detail(), LockJson::detail);
    }
  }

  private static void detail(JsonWriter json, LockDetail detail) throws IOException {
    json.name("class").value(detail.className());
    json.name("field").value(detail.field());
    json.name("kind").value(detail.kind());
    json.name("share").value(detail.share());
    json.name("samples").value(detail.samples());
    json.name("clientSide").value(detail.clientSide());
  }

  /** The lock in the properties of a map, or null when they have none. */
  static @Nullable ExternalLock read(JsonCursor json) throws MalformedReport {
    if (!json.has(LOCK)) {
      return null;
    }
    return new ExternalLock(
        json.get(LOCK).nullableString(), json.optional(DETAIL, LockJson::detail));
  }

  private static LockDetail detail(JsonCursor json) throws MalformedReport {
    return new LockDetail(
        json.get("class").string(),
        json.get("field").nullableString(),
        json.get("kind").string(),
        json.get("share").number(),
        json.get("samples").longInteger(),
        json.get("clientSide").bool());
  }
}
