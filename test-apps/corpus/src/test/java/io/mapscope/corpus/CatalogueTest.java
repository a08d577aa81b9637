package io.mapscope.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The corpus as a whole: labels that can be right, and enough programs for every rule. */
final class CatalogueTest {
  private static final Set<String> RULES =
      Set.of(
          "unsafe-shared-map",
          "lock-contended-map",
          "guarded-map-contended",
          "hot-bin",
          "blocking-compute",
          "present-key-compute",
          "check-then-act",
          "torn-copy",
          "unsafe-iteration",
          "copy-on-write-candidate",
          "costly-copy",
          "costly-serialization",
          "unbounded-growth",
          "lru-under-lock",
          "resize-churn",
          "poor-hash",
          "needless-ordering",
          "size-on-hot-path",
          "needless-concurrency",
          "unsafe-list-values",
          "striping-collision",
          "oversized-map");

  private final List<Entry> entries = Catalogue.all();

  @Test
  void names_areUniqueWordsWithHyphens() {
    assertThat(entries).extracting(Entry::name).doesNotHaveDuplicates();
    assertThat(entries).allMatch(entry -> entry.name().matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void labels_nameRulesThatExist() {
    assertThat(entries).allMatch(entry -> RULES.containsAll(entry.rules()));
    assertThat(entries).allMatch(entry -> RULES.containsAll(entry.also()));
  }

  @Test
  void labels_ofHealthyPrograms_askForNothing() {
    assertThat(entries)
        .filteredOn(Entry::healthy)
        .hasSizeGreaterThanOrEqualTo(14)
        .allMatch(entry -> entry.map().isEmpty() && entry.also().isEmpty())
        .allMatch(entry -> entry.type().getPackageName().endsWith(".healthy"));
  }

  @Test
  void labels_ofBrokenPrograms_nameAMapAndItsSource() {
    assertThat(entries)
        .filteredOn(entry -> !entry.healthy())
        .hasSizeGreaterThanOrEqualTo(44)
        .allMatch(entry -> !entry.map().isEmpty() && !entry.source().isEmpty());
  }

  @Test
  void labels_nameFieldsAndMethodsThatExist() {
    assertThat(entries)
        .filteredOn(entry -> entry.map().startsWith(entry.type().getName()))
        .allSatisfy(CatalogueTest::assertMapExists);
  }

  private static void assertMapExists(Entry entry) throws ReflectiveOperationException {
    final int end = entry.map().lastIndexOf('.');
    final Class<?> owner = Class.forName(entry.map().substring(0, end));
    final String member = entry.map().substring(end + 1);
    if (member.endsWith("()")) {
      final String method = member.substring(0, member.length() - 2);
      assertThat(owner.getDeclaredMethods()).anyMatch(known -> known.getName().equals(method));
    } else {
      assertThat(owner.getDeclaredField(member)).isNotNull();
    }
  }

  @Test
  void everyRule_hasTwoProgramsOrMore() {
    final Map<String, Long> programsByRule =
        entries.stream()
            .flatMap(entry -> entry.rules().stream())
            .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    assertThat(programsByRule).containsOnlyKeys(RULES);
    assertThat(programsByRule.values()).allMatch(programs -> programs >= 2);
  }

  @Test
  void find_unknownName_findsNothing() {
    assertThat(Catalogue.find("no-such-program")).isEmpty();
  }
}
