package io.mapscope.profile.merge;

import io.mapscope.profile.CallSite;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.MapProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Call sites and hot keys of several reports: an item's share is the mean of its shares, each
 * report counting as much as it has operations, and 0 where the item does not occur.
 */
final class MergedShares {

  private static final int MOST = 20;

  private MergedShares() {}

  static @Nullable List<CallSite> callSites(List<MapProfile> maps) {
    return merged(
        maps,
        map -> map.facts().callSites(),
        site -> List.of(site.frame(), site.operation()),
        CallSite::share,
        (site, share) -> new CallSite(site.frame(), site.operation(), share));
  }

  static @Nullable List<HotKey> hotKeys(List<MapProfile> maps) {
    return merged(
        maps,
        map -> map.facts().hotKeys(),
        HotKey::key,
        HotKey::share,
        (key, share) -> new HotKey(key.key(), share));
  }

  private interface WithShare<T> {
    T with(T item, double share);
  }

  private static <T> @Nullable List<T> merged(
      List<MapProfile> maps,
      Function<MapProfile, @Nullable List<T>> items,
      Function<T, Object> name,
      ToDoubleFunction<T> share,
      WithShare<T> withShare) {
    List<MapProfile> having = maps.stream().filter(map -> items.apply(map) != null).toList();
    if (having.isEmpty()) {
      return null;
    }
    double all = having.stream().mapToDouble(MergedShares::weight).sum();
    Map<Object, T> merged = new LinkedHashMap<>();
    for (MapProfile map : having) {
      List<T> of = items.apply(map);
      for (T item : of == null ? List.<T>of() : of) {
        double part = share.applyAsDouble(item) * (weight(map) / all);
        merged.merge(
            name.apply(item),
            withShare.with(item, Math.min(1, part)),
            (a, b) ->
                withShare.with(a, Math.min(1, share.applyAsDouble(a) + share.applyAsDouble(b))));
      }
    }
    List<T> ranked = new ArrayList<>(merged.values());
    ranked.sort((a, b) -> Double.compare(share.applyAsDouble(b), share.applyAsDouble(a)));
    return ranked.subList(0, Math.min(MOST, ranked.size()));
  }

  /** At least 1, so that a map without operations divides nothing by zero. */
  private static double weight(MapProfile map) {
    return Math.max(1, map.operations().total());
  }
}
