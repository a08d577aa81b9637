package io.mapscope.dist.programs;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.vm.VM;

/** What maps hold, as JOL walks their object graph. */
final class JolTruth {
  private JolTruth() {}

  /** Views that the walk itself would make are made after the measurement. */
  static long bytesWithoutKeysAndValues(Object... maps) {
    long bytes = 0;
    for (Object map : maps) {
      long graph = GraphLayout.parseInstance(map).totalSize();
      bytes += graph - contents(map);
    }
    return bytes;
  }

  private static long contents(Object map) {
    Set<Object> contents = Collections.newSetFromMap(new IdentityHashMap<>());
    if (map instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, value) -> {
            contents.add(key);
            contents.add(value);
          });
    } else {
      contents.addAll((Collection<?>) map);
      contents.add(new Object()); // the value that all sets share
    }
    long bytes = 0;
    for (Object content : contents) {
      bytes += size(content);
    }
    return bytes;
  }

  private static long size(Object content) {
    return content instanceof String
        ? GraphLayout.parseInstance(content).totalSize()
        : VM.current().sizeOf(content);
  }
}
