package io.mapscope.benchmarks.scaling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a measured JVM has told: numbers by name, a line each, on its standard output. */
record Figures(Map<String, Double> byName) {
  static final String END = "end";

  static void print(String name, double figure) {
    System.out.println(name + " " + figure);
  }

  static void print(String name, long figure) {
    System.out.println(name + " " + figure);
  }

  static Figures of(List<String> lines) {
    final Map<String, Double> figures = new TreeMap<>();
    for (final String line : lines) {
      final int space = line.indexOf(' ');
      figures.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
    }
    return new Figures(figures);
  }

  double get(String name) {
    final Double figure = byName.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no " + name + " among " + byName.keySet());
    }
    return figure;
  }
}
