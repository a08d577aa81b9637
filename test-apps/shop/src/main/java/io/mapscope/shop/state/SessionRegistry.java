package io.mapscope.shop.state;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The live sessions by id.
 *
 * <p>An observer sees a concurrent map with a real life: puts when carts are opened, gets that hit
 * and gets that miss (expired cookies), removals at checkout, one traversal per janitor round, and
 * a serialization of the live map while all that goes on.
 */
public final class SessionRegistry {
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final long idleLimitMillis;

  public SessionRegistry(InstantSource clock, long idleLimitMillis) {
    this.clock = clock;
    this.idleLimitMillis = idleLimitMillis;
  }

  /** Opens a session under a fresh id and returns that id. */
  public String open(String visitor) {
    String id = UUID.randomUUID().toString();
    sessions.put(id, new Session(visitor, clock.millis()));
    return id;
  }

  /** The session of that id, marked as seen now; null when it never was, expired or checked out. */
  public @Nullable Session find(String id) {
    Session session = sessions.get(id);
    if (session != null) {
      session.touch(clock.millis());
    }
    return session;
  }

  public void close(String id) {
    sessions.remove(id);
  }

  /** Removes the sessions idle for longer than the limit; returns how many. */
  public int expireIdle() {
    long seenBeforeMillis = clock.millis() - idleLimitMillis;
    int expired = 0;
    for (Map.Entry<String, Session> entry : sessions.entrySet()) {
      boolean idle = entry.getValue().getLastSeenMillis() < seenBeforeMillis;
      if (idle && sessions.remove(entry.getKey(), entry.getValue())) {
        expired++;
      }
    }
    return expired;
  }

  public int count() {
    return sessions.size();
  }

  /**
   * The map itself, not a copy: whoever serializes it walks over it while requests change it, so
   * the result mixes moments. That is the export's weakness and one of the things to observe.
   */
  public Map<String, Session> live() {
    return sessions;
  }
}
