package io.mapscope.benchmarks.scaling;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The measured JVM: makes its maps, has its threads use them, waits, and prints what the agent has
 * used and holds; without the agent what the maps hold alone.
 */
final class ScalingChild {
  private static final String COLLECTOR = "mapscope-collector";
  private static final int MOST_SETTLE_SECONDS = 3;
  private static final int COLLECTIONS = 4;
  private static final long PAUSE_MILLIS = 300;
  private static final double NANOS_PER_SECOND = 1e9;

  private ScalingChild() {}

  public static void main(String[] none) throws Exception {
    final ChildSettings settings = ChildSettings.ofThisJvm();
    final AgentClocks atStart = AgentClocks.of(COLLECTOR);
    final Map<Integer, Integer>[] maps = ChildMaps.make(settings.sites(), settings.maps());
    Figures.print("firstUse.nanos", new ChildThreads(maps).use(settings));
    TimeUnit.SECONDS.sleep(Math.min(MOST_SETTLE_SECONDS, settings.seconds()));
    Figures.print("admission.cpuNanos", AgentClocks.of(COLLECTOR).since(atStart).cpuNanos());
    look(settings, maps);
    Figures.print("heap.bytes", reachableBytes());
    if (settings.port() != ChildSettings.NO_DOOR) {
      askAtTheDoors(settings, maps);
    }
    Figures.print(Jvm.AGENT_IS_ON, AgentClocks.of(COLLECTOR).cpuNanos() > 0 ? 1 : 0);
    System.out.println(Figures.END);
    System.in.read(); // whatever comes, the driver has what it wants
    if (maps.length != settings.maps()) {
      throw new IllegalStateException("the maps are not kept");
    }
  }

  private static void look(ChildSettings settings, Map<Integer, Integer>[] maps) throws Exception {
    final AgentClocks before = AgentClocks.of(COLLECTOR);
    final long begin = System.nanoTime();
    final long length = TimeUnit.SECONDS.toNanos(settings.seconds());
    while (System.nanoTime() - begin < length) {
      if (settings.busy()) {
        for (final Map<Integer, Integer> map : maps) {
          ChildMaps.useInEveryWay(map);
        }
      } else {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    final double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    final AgentClocks took = AgentClocks.of(COLLECTOR).since(before);
    Figures.print("collector.cpuNanosPerSecond", took.cpuNanos() / seconds);
    Figures.print("collector.allocatedBytesPerSecond", took.allocatedBytes() / seconds);
  }

  private static void askAtTheDoors(ChildSettings settings, Map<Integer, Integer>[] maps)
      throws Exception {
    final AgentDoors doors = new AgentDoors();
    doors.askForReports();
    Figures.print("tracked", doors.number("TrackedMaps"));
    Figures.print("sites", doors.number("Sites"));
    Figures.print("heapWithReport.bytes", reachableBytes());
    if (settings.port() == ChildSettings.ONLY_BEAN) {
      return;
    }
    for (final Map<Integer, Integer> map : maps) {
      ChildMaps.useInEveryWay(map);
    }
    doors.scrape(settings.port());
    doors.record();
    Figures.print("late.named", isLateMapNamed(doors, settings.seconds()) ? 1 : 0);
  }

  /** Whether a map made last, and used far more than all others, is found. */
  private static boolean isLateMapNamed(AgentDoors doors, int seconds) throws Exception {
    final Map<Integer, Integer> late = ChildMaps.makeLate();
    late.put(1, 1);
    useLate(late, seconds);
    final String report = doors.reportJson();
    Figures.print("late.operations", late.get(1));
    Figures.print("late.report.bytes", report.getBytes(StandardCharsets.UTF_8).length);
    return report.contains("makeLate") || report.contains("useLate"); // where it was met in use
  }

  private static void useLate(Map<Integer, Integer> late, int seconds) {
    final long begin = System.nanoTime();
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
      late.merge(1, 1, Integer::sum);
    }
  }

  /** After collections enough for what one leaves to the next, as references do. */
  private static long reachableBytes() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
