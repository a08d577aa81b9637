package io.mapscope.profile;

/**
 * What the maps of a site allocated, by a model of the JVM's object sizes.
 *
 * @param bytes all of it since tracking began: the maps themselves, their nodes and tables
 * @param nodes nodes made
 * @param tableBytes the part of {@code bytes} that went into tables
 * @param resizes how often a table was replaced by a larger one
 * @param retainedBytes what the live maps hold, keys and values excepted, or {@link
 *     MapFacts#UNKNOWN}
 */
public record Allocation(
    long bytes, long nodes, long tableBytes, long resizes, long retainedBytes) {

  /** Checks ranges. */
  public Allocation {
    Require.nonNegative(bytes, "allocation.bytes");
    Require.nonNegative(nodes, "allocation.nodes");
    Require.nonNegative(tableBytes, "allocation.tableBytes");
    Require.nonNegative(resizes, "allocation.resizes");
    retainedBytes = Require.orUnknown(retainedBytes);
  }
}
