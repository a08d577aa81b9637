package io.mapscope.benchmarks.scaling;

/** A figure that others have published, with the place where it stands. */
enum Source {
  /** Between two cores of one socket, by an exchange of a line: the median of all pairs. */
  SOCKET_TRANSFER_NANOS(
      51, "Intel Xeon Platinum 8375C, github.com/nviennot/core-to-core-latency at 0dddf50"),
  /** The same between two sockets. */
  SOCKETS_TRANSFER_NANOS(
      108, "two Intel Xeon Platinum 8375C, github.com/nviennot/core-to-core-latency at 0dddf50"),
  /** What a core of a Collector takes in. */
  COLLECTOR_POINTS_PER_SECOND_AND_CORE(
      20_000, "Splunk distribution of the OpenTelemetry Collector, Sizing and scaling"),
  /** Memory of Prometheus for a series in its head. */
  PROMETHEUS_BYTES_PER_SERIES(
      3_000, "robustperception.io/why-does-prometheus-use-so-much-ram, Prometheus 2.20");

  private final double figure;
  private final String place;

  Source(double figure, String place) {
    this.figure = figure;
    this.place = place;
  }

  double figure() {
    return figure;
  }

  /** The figure and where it stands, for a note. */
  String inWords() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + " "
        + Table.text(figure)
        + ": "
        + place;
  }
}
