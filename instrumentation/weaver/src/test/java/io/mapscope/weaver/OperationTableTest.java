package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MapscopeTally;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every woven class against the table of operations: each counts as it says, exactly once. */
final class OperationTableTest {
  @BeforeAll
  static void weave() throws Exception {
    WovenJvm.weave();
  }

  @Test
  void table_publicMethodsOfTheInterfaces_areAllInIt() throws Exception {
    Set<String> listed =
        OperationTable.read().stream()
            .map(row -> row.type() + "." + row.method())
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Class<?> type : List.of(Map.class, SortedMap.class, NavigableMap.class)) {
      for (Method method : type.getDeclaredMethods()) {
        String key = type.getSimpleName() + "." + signature(method);
        if (isOperation(method) && !listed.contains(key)) {
          missing.add(key);
        }
      }
    }
    for (Method method : ConcurrentMap.class.getDeclaredMethods()) {
      if (isOperation(method) && !listed.contains("Map." + signature(method))) {
        missing.add("ConcurrentMap." + signature(method));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void operations_everyRowOnEveryClass_countOnceAsTheTableSays() throws Exception {
    List<String> differences = new ArrayList<>();
    int checked = 0;
    for (OperationTable.Row row : OperationTable.read()) {
      for (Map.Entry<String, Supplier<Map<TestKey, String>>> made : TestMaps.all().entrySet()) {
        if (Invocations.applies(row, made.getValue())) {
          checked++;
          check(row, made.getKey(), made.getValue(), differences);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(checked).isGreaterThan(600);
  }

  @Test
  void bulkOperations_ofConcurrentHashMap_areTraversals() {
    Set<String> names = new TreeSet<>();
    for (Method method : ConcurrentHashMap.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && method.getParameterCount() > 1
          && method.getParameterTypes()[0] == long.class) {
        names.add(method.getName());
        assertThat(BulkOperations.countsOf(method))
            .as(method.toString())
            .isEqualTo(Map.of("traversals", 1L));
      }
    }
    assertThat(names).hasSize(24);
  }

  @Test
  void docs_tableOfOperations_isThisTable() throws Exception {
    StringBuilder expected =
        new StringBuilder("| type | method | case | counted as |\n|---|---|---|---|\n");
    for (OperationTable.Row row : OperationTable.read()) {
      expected.append(
          String.format(
              "| %s | `%s` | %s | %s |%n",
              row.type(), row.method(), row.outcome(), row.operation()));
    }
    assertThat(Files.readString(Path.of(System.getProperty("docs"), "operations.md")))
        .endsWith(expected.toString());
  }

  private static void check(
      OperationTable.Row row,
      String className,
      Supplier<Map<TestKey, String>> maker,
      List<String> differences) {
    WovenJvm.allowWalks();
    Map<TestKey, String> map = maker.get();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    TestMaps.fill(map);
    Object view = Invocations.target(row, map);
    Map<String, Long> before = WovenJvm.counts(tally, Vocabulary.NAMES);
    Invocations.invoke(row, map, view);
    Map<String, Long> counted =
        Vocabulary.difference(before, WovenJvm.counts(tally, Vocabulary.NAMES));
    Map<String, Long> expected = Vocabulary.expected(row, className);
    if (!counted.equals(expected)) {
      differences.add(className + " " + row + " counted " + counted);
    }
  }

  private static boolean isOperation(Method method) {
    return !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic();
  }

  private static String signature(Method method) {
    return method.getName()
        + "("
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(","))
        + ")";
  }
}
