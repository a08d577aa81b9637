package io.mapscope.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Instances;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "java.util.HashMap, HashMap",
    "java.util.Collections$SynchronizedMap, SynchronizedMap",
    "com.acme.Cache$Table, Cache.Table",
    "Main, Main",
    "'', ''",
  })
  void simple_dropsThePackage(String className, String simple) {
    assertThat(Names.simple(className)).isEqualTo(simple);
  }

  @Test
  void mapClass_ofAWrapper_namesWhatIsInside() {
    assertThat(Names.mapClass(map(Site.unknown(), "java.util.LinkedHashMap")))
        .isEqualTo("SynchronizedMap(LinkedHashMap)");
    assertThat(Names.mapClass(map(Site.unknown(), null))).isEqualTo("SynchronizedMap");
  }

  @Test
  void map_withField_isNamedByIt() {
    Site site =
        new Site("com.acme.Main", "run", 3, "com.acme.Routes$Old.table", SiteKind.FIRST_USE);

    assertThat(Names.map(map(site, null))).isEqualTo("Routes.Old.table");
  }

  @Test
  void map_withoutField_isNamedByItsPlace() {
    Site made = new Site("org.apache.kafka.Log", "open", 77, null, SiteKind.ALLOCATION);
    Site used = new Site("Log", "open", -1, null, SiteKind.FIRST_USE);

    assertThat(Names.map(map(made, null))).isEqualTo("Log.open:77");
    assertThat(Names.map(map(used, null))).isEqualTo("Log.open (first use)");
  }

  @Test
  void map_withoutFrame_saysSo() {
    assertThat(Names.map(map(Site.overflow(), null))).isEqualTo("(all further sites)");
    assertThat(Names.map(map(Site.unknown(), null))).isEqualTo("(site unknown)");
  }

  @Test
  void map_fieldWithoutClass_isShownAsItIs() {
    assertThat(Names.map(map(new Site("A", "b", 1, "odd", SiteKind.ALLOCATION), null)))
        .isEqualTo("odd");
  }

  private static MapProfile map(Site site, @Nullable String wraps) {
    return new MapProfile(
        "id",
        "java.util.Collections$SynchronizedMap",
        wraps,
        site,
        new Instances(1, 1),
        0,
        0,
        0,
        new Threads(0, 0),
        1,
        OperationCounts.zero(),
        0,
        Misuse.none());
  }

  @Test
  void outermost_nestedClassesBesideTheirs_areNamedOnce() {
    assertThat(
            Names.outermost(
                List.of(
                    "java.util.HashMap",
                    "java.util.HashMap$EntrySet",
                    "java.util.TreeMap$SubMap$Values",
                    "com.acme.Cache$Table")))
        .containsExactly("HashMap", "TreeMap", "Cache");
  }
}
