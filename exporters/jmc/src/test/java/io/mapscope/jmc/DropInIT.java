package io.mapscope.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.owasp.encoder.Encode;

/** The plug-in itself, in the OSGi framework that JMC runs on, among JMC's core bundles. */
final class DropInIT {
  private static final Path JAR = Path.of(System.getProperty("jmc.rulesJar"));

  @TempDir private Path directory;

  @Test
  void bundle_amongThoseOfJmc_resolvesAndOffersAllRules() throws Exception {
    Framework framework =
        new EquinoxFactory()
            .newFramework(Map.of("org.osgi.framework.storage", directory.toString()));
    framework.start();
    try {
      for (Class<?> library :
          List.of(JfrLoaderToolkit.class, IRule.class, IMCType.class, Encode.class)) {
        install(framework, library.getProtectionDomain().getCodeSource().getLocation().toURI());
      }
      install(framework, lz4());
      Bundle ours = install(framework, JAR.toUri());

      ours.start();

      assertThat(ours.getState()).isEqualTo(Bundle.ACTIVE);
      assertThat(offered(ours)).hasSize(22).contains("lock-contended-map");
      assertThat(ours.getEntry("plugin.xml")).isNotNull();
    } finally {
      framework.stop();
      framework.waitForStop(0);
    }
  }

  private static Bundle install(Framework framework, URI jar) throws Exception {
    return framework.getBundleContext().installBundle(jar.toString());
  }

  private static URI lz4() throws Exception {
    return Class.forName("net.jpountz.lz4.LZ4Factory")
        .getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .toURI();
  }

  /** As JMC's ExtensionRuleProvider asks for them; IRule is another class in there than here. */
  private static List<String> offered(Bundle bundle) throws Exception {
    ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
    Class<?> rule = loader.loadClass(IRule.class.getName());
    List<String> ids = new ArrayList<>();
    for (Object offered : ServiceLoader.load(rule, loader)) {
      ids.add((String) rule.getMethod("getId").invoke(offered));
    }
    return ids;
  }

  @Test
  void jar_holdsNothingOfOthers() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .filteredOn(name -> name.endsWith(".class"))
          .allMatch(name -> name.startsWith("io/mapscope/"));
    }
  }
}
