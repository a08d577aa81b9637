package io.mapscope.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Attribution;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;

/**
 * What a report says of other people's maps beyond counts, held against what their source says:
 * each claim must be explained by a class and method, and what is not claimed needs no explanation.
 */
final class Claims {
  private static final String AROUND = "lock held around the operations";

  /**
   * A claim that is right.
   *
   * @param field of the maps it is about
   * @param kind as {@link #of} names it
   * @param source class and method that cause it, in the release under test
   */
  record Explained(String field, String kind, String source) {}

  private Claims() {}

  /** Asserts that nothing is claimed of {@code maps} but what is explained. */
  static void assertExplained(List<MapProfile> maps, Explained... explained) {
    SoftAssertions softly = new SoftAssertions();
    for (MapProfile map : maps) {
      List<String> right = new ArrayList<>();
      for (Explained one : explained) {
        if (one.field().equals(map.site().field())) {
          right.add(one.kind());
        }
      }
      softly.assertThat(right).as("explained claims on " + map).containsAll(of(map));
    }
    softly.assertAll();
  }

  /** Names of what is claimed of {@code map}. */
  static List<String> of(MapProfile map) {
    List<String> claims = new ArrayList<>();
    add(claims, map.misuse().overlaps(), "overlaps");
    for (MisuseKind kind : MisuseKind.COUNTED) {
      add(claims, map.misuse().count(kind), kind.jsonName());
    }
    Copies copies = map.facts().copies();
    add(claims, copies == null ? 0 : copies.torn(), "tornCopies");
    List<Serialization> formats = map.facts().serializations();
    for (Serialization format : formats == null ? List.<Serialization>of() : formats) {
      add(claims, format.torn(), "tornSerializations");
    }
    if (map.facts().latency() != null) {
      add(claims, map.facts().latency().recursions(), "recursions");
    }
    add(claims, waitsInside(map), "waitsInside");
    return claims;
  }

  private static void add(List<String> claims, long count, String kind) {
    if (count > 0) {
      claims.add(kind);
    }
  }

  /** Waits for the map's own monitors, those for locks of its users left out. */
  private static long waitsInside(MapProfile map) {
    Contention contention = map.facts().contention();
    if (contention == null) {
      return 0;
    }
    long around =
        contention.attributions().stream()
            .filter(part -> part.by().equals(AROUND))
            .mapToLong(Attribution::count)
            .sum();
    return contention.count() - around;
  }

  /**
   * Asserts that the lock seen around the maps in {@code field}, if one was, is {@code lock}: its
   * field, or its class where it is in none.
   */
  static void assertGuardedBy(List<MapProfile> maps, String field, String lock) {
    for (MapProfile map : maps) {
      ExternalLock seen = map.facts().externalLock();
      LockDetail detail = seen == null ? null : seen.detail();
      if (field.equals(map.site().field()) && detail != null) {
        assertThat(detail)
            .as("lock around " + field)
            .satisfiesAnyOf(
                it -> assertThat(it.field()).isEqualTo(lock),
                it -> assertThat(it.className()).isEqualTo(lock),
                it -> assertThat(it.field()).as("not known yet").isNull());
      }
    }
  }

  /** Copies of the maps in {@code field}. */
  static long copies(List<MapProfile> maps, String field) {
    return maps.stream()
        .filter(map -> field.equals(map.site().field()))
        .map(map -> map.facts().copies())
        .filter(Objects::nonNull)
        .mapToLong(Copies::count)
        .sum();
  }
}
