package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteClassesTest {
  @TempDir Path directory;

  @Test
  void compile_moreSitesThanOneClassHas_makesClassesThatMakeMaps() throws Exception {
    SiteClasses.compile(directory, 15);
    final URL[] classes = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes)) {
      final Object maker =
          loader.loadClass(SiteClasses.className(14)).getConstructor().newInstance();
      final Object map = ((IntFunction<?>) maker).apply(4);
      assertThat(map).isInstanceOf(ConcurrentHashMap.class);
      assertThat((Map<?, ?>) map).isEmpty();
    }
    assertThat(SiteClasses.className(9)).isNotEqualTo(SiteClasses.className(10));
  }
}
