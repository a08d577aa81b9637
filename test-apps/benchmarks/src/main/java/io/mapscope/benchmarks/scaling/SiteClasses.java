package io.mapscope.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A program with so many places that make maps: classes of ten methods, each with an allocation
 * into a field of its own, written and compiled for one measurement. Names are about as long as
 * those of services are.
 */
final class SiteClasses {
  static final String PACKAGE = "com.example.application.service";
  static final int SITES_PER_CLASS = 10;
  private static final String JAVA = "17";

  private SiteClasses() {}

  /** The class with the site of that number. */
  static String className(int site) {
    return String.format(Locale.ROOT, "%s.Service%04d", PACKAGE, site / SITES_PER_CLASS);
  }

  /**
   * Compiles classes for {@code sites} places into {@code directory}, which becomes a class path.
   */
  static void compile(Path directory, int sites) throws IOException {
    final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("no compiler in this JVM: run it with a JDK");
    }
    final Path sources = Files.createDirectories(directory.resolve(PACKAGE.replace('.', '/')));
    final List<String> arguments =
        new ArrayList<>(List.of("--release", JAVA, "-proc:none", "-g", "-d", directory.toString()));
    for (int site = 0; site < sites; site += SITES_PER_CLASS) {
      final String name = className(site).substring(PACKAGE.length() + 1);
      final Path source = sources.resolve(name + ".java");
      Files.writeString(source, source(name));
      arguments.add(source.toString());
    }
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new IOException("the classes of the sites cannot be compiled");
    }
  }

  private static String source(String name) {
    final StringBuilder text = new StringBuilder();
    text.append("package ").append(PACKAGE).append(";\n");
    text.append("import java.util.Map;\nimport java.util.concurrent.ConcurrentHashMap;\n");
    text.append("public final class ").append(name);
    text.append(" implements java.util.function.IntFunction<Map<Integer, Integer>> {\n");
    for (int i = 0; i < SITES_PER_CLASS; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  private Map<Integer, Integer> ordersByKey%1$d;%n"
                  + "  private Map<Integer, Integer> prepareOrders%1$d() {%n"
                  + "    ordersByKey%1$d = new ConcurrentHashMap<>(1);%n"
                  + "    return ordersByKey%1$d;%n  }%n",
              i));
    }
    text.append("  public Map<Integer, Integer> apply(int site) {\n    return switch (site) {\n");
    for (int i = 0; i < SITES_PER_CLASS; i++) {
      text.append(String.format(Locale.ROOT, "      case %1$d -> prepareOrders%1$d();%n", i));
    }
    return text.append("      default -> throw new IllegalArgumentException();\n    };\n  }\n}\n")
        .toString();
  }
}
