package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Histogram;
import io.mapscope.micrometer.Figure.Kind;
import io.mapscope.micrometer.Figure.Series;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/** The figures of the agent in this JVM, from its management bean. */
final class AgentBean implements FigureSource {
  static final String NAME = "io.mapscope:type=Mapscope";
  private static final String POINTS = "MetricPoints";
  private static final System.Logger LOG = System.getLogger("io.mapscope.micrometer");

  private final MBeanServer server;
  private final ObjectName name;
  private boolean saidAbsent;

  AgentBean(MBeanServer server) {
    this.server = server;
    try {
      this.name = new ObjectName(NAME);
    } catch (MalformedObjectNameException wrong) {
      throw new AssertionError("a constant of ours is wrong", wrong);
    }
  }

  /** Called by one thread at a time. */
  @Override
  public @Nullable List<Figure> read() {
    try {
      return figures((TabularData) server.getAttribute(name, POINTS));
    } catch (InstanceNotFoundException absent) {
      sayAbsent();
    } catch (JMException | RuntimeMBeanException problem) {
      LOG.log(System.Logger.Level.DEBUG, "the Mapscope agent gives no metrics: " + problem);
    }
    return null;
  }

  /** Once: an application without the agent is nothing to talk about. */
  private void sayAbsent() {
    if (!saidAbsent) {
      saidAbsent = true;
      LOG.log(
          System.Logger.Level.DEBUG,
          "there is no Mapscope agent in this JVM, hence no meters until one is attached");
    }
  }

  private static List<Figure> figures(TabularData table) {
    List<Figure> figures = new ArrayList<>();
    for (Object row : table.values()) {
      figures.add(figure((CompositeData) row));
    }
    return figures;
  }

  private static Figure figure(CompositeData row) {
    Double value = (Double) row.get("value");
    return new Figure(
        new Series(text(row, "metric"), tags((String[]) row.get("attributes"))),
        Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
        text(row, "unit"),
        text(row, "description"),
        value == null ? Double.NaN : value,
        histogram(row));
  }

  private static @Nullable Histogram histogram(CompositeData row) {
    long[] counts = (long[]) row.get("bucketCounts");
    Double sum = (Double) row.get("sum");
    return counts == null || sum == null
        ? null
        : new Histogram(
            Arrays.stream((double[]) row.get("bounds")).boxed().toList(),
            Arrays.stream(counts).boxed().toList(),
            sum);
  }

  private static Tags tags(String[] attributes) {
    Tags tags = Tags.empty();
    for (String attribute : attributes) {
      int end = attribute.indexOf('=');
      tags = tags.and(attribute.substring(0, end), attribute.substring(end + 1));
    }
    return tags;
  }

  private static String text(CompositeData row, String column) {
    return String.valueOf(row.get(column));
  }
}
