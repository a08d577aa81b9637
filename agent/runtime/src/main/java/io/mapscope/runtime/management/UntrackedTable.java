package io.mapscope.runtime.management;

import static io.mapscope.runtime.management.Column.count;
import static io.mapscope.runtime.management.Column.text;

import io.mapscope.profile.UntrackedMaps;
import java.util.List;

/** The maps that have no site, as an open table. */
final class UntrackedTable {
  static final OpenTable<UntrackedMaps> TABLE =
      new OpenTable<>(
          "UntrackedMaps",
          "Maps that have no site, and what was done to them",
          List.of("reason"),
          List.of(
              text("reason", "Why they have none", UntrackedMaps::reason),
              count("mapsCreated", "How many there were", UntrackedMaps::mapsCreated),
              count(
                  "operations",
                  "Operations on them so far",
                  untracked -> untracked.operations().total())));

  private UntrackedTable() {}
}
