package io.mapscope.benchmarks.scaling;

import java.util.List;

/** At which sizes is measured, in ascending order. */
public record Sizes(
    List<Integer> sites,
    List<Integer> threads,
    List<Integer> maps,
    List<Integer> cores,
    List<Integer> jvms,
    int seconds) {}
