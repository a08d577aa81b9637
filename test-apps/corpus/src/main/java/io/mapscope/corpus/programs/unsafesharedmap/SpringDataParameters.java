package io.mapscope.corpus.programs.unsafesharedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Spring Data's cache of which properties are constructor parameters, as it was: a HashMap in every
 * entity's metadata, filled by whoever asks first, without a lock. In production boxes went to 100
 * % CPU in {@code HashMap.get} and stayed there.
 *
 * <p>Four threads map entities; a new type of entity is met every few milliseconds, and all ask for
 * its properties at once. The agent sees two threads in one HashMap, a writer among them, with both
 * stacks. The fixed form is a ConcurrentHashMap; the read/write lock that was merged first became a
 * bottleneck itself (#2130).
 */
@Label(
    name = "spring-data-parameters",
    rules = "unsafe-shared-map",
    map = "$Entity.parameterByProperty",
    also = "check-then-act",
    source = "spring-projects/spring-data-commons#983 -> #86 -> #2130")
public final class SpringDataParameters implements CorpusProgram {
  private static final int PROPERTIES = 60;
  private static final int ENTITIES_PER_TYPE = 400;

  private volatile Entity entity = new Entity(false);
  private final AtomicLong mapped = new AtomicLong();

  /** Metadata of a type. */
  private static final class Entity {
    private final Map<String, Boolean> parameterByProperty = new HashMap<>();
    private final ConcurrentMap<String, Boolean> safeParameterByProperty =
        new ConcurrentHashMap<>();
    private final boolean fixed;

    Entity(boolean fixed) {
      this.fixed = fixed;
    }

    boolean isParameter(String property) {
      return fixed
          ? safeParameterByProperty.computeIfAbsent(property, Entity::look)
          : isParameterByHashMap(property);
    }

    private boolean isParameterByHashMap(String property) {
      final Boolean known = parameterByProperty.get(property);
      if (known != null) {
        return known;
      }
      final boolean parameter = look(property);
      parameterByProperty.put(property, parameter);
      return parameter;
    }

    private static boolean look(String property) {
      return property.length() % 2 == 0;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    entity = new Entity(fixed);
    Crew.work(deadline, 4, () -> map(fixed));
  }

  private void map(boolean fixed) {
    if (mapped.incrementAndGet() % ENTITIES_PER_TYPE == 0) {
      entity = new Entity(fixed);
    }
    final Entity type = entity;
    int parameters = 0;
    for (int i = 0; i < PROPERTIES; i++) {
      parameters += type.isParameter("property" + i) ? 1 : 0;
    }
    if (parameters == 0) {
      throw new IllegalStateException("an entity without parameters");
    }
    LockSupport.parkNanos(10_000);
  }
}
