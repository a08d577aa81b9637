package io.mapscope.prove.form;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jctools.maps.NonBlockingHashMap;

/**
 * Every form that a map can take in a replay; the closed vocabulary of candidates. A form is made
 * anew, and empty, by {@link #make}; what it promises is data, from which the differences to what
 * was recorded are told.
 */
public enum Form {
  PLAIN("%s", Promise.ONE_THREAD) {
    @Override
    public Subject make(Base base, long entries) {
      return new MapSubject(base.make());
    }
  },
  HASH_MAP("HashMap", Promise.ONE_THREAD, Promise.NO_ORDER) {
    @Override
    public Subject make(Base base, long entries) {
      return new MapSubject(Base.HASH.make());
    }
  },
  SYNCHRONIZED_MAP("Collections.synchronizedMap(%s)") {
    @Override
    public Subject make(Base base, long entries) {
      return new SelfLockedSubject(Collections.synchronizedMap(base.make()));
    }
  },
  SELF_LOCKED("%s") {
    @Override
    public Subject make(Base base, long entries) {
      return new SelfLockedSubject(base.make());
    }
  },
  MONITOR("%s under a monitor", Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new MonitorSubject(base.make());
    }
  },
  REENTRANT_LOCK("%s under a ReentrantLock", Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new LockedSubject(base.make(), new ReentrantLock());
    }
  },
  READ_WRITE_LOCK("%s under a ReentrantReadWriteLock", Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new LockedSubject(base.make(), new ReentrantReadWriteLock());
    }
  },
  STAMPED_LOCK("%s under a StampedLock", Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new LockedSubject(base.make(), new StampedLock().asReadWriteLock());
    }
  },
  CONCURRENT_HASH_MAP("ConcurrentHashMap", Promise.NO_NULLS, Promise.NO_ORDER, Promise.WEAK) {
    @Override
    public Subject make(Base base, long entries) {
      return new MapSubject(new ConcurrentHashMap<>());
    }
  },
  ATOMIC_OPERATIONS(
      "ConcurrentHashMap, atomic operations",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new AtomicSubject(new ConcurrentHashMap<>());
    }
  },
  ADDERS(
      "ConcurrentHashMap of LongAdders",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.COUNTERS) {
    @Override
    public Subject make(Base base, long entries) {
      return new AdderSubject();
    }
  },
  GET_FIRST(
      "ConcurrentHashMap, get first",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new GetFirstSubject(new ConcurrentHashMap<>());
    }
  },
  COMPUTE_OUTSIDE(
      "ConcurrentHashMap, computed outside",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE) {
    @Override
    public Subject make(Base base, long entries) {
      return new ComputeOutsideSubject(new ConcurrentHashMap<>());
    }
  },
  OWN_COUNTER(
      "ConcurrentHashMap and its own counter",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new OwnCounterSubject(new ConcurrentHashMap<>());
    }
  },
  SKIP_LIST("ConcurrentSkipListMap", Promise.NO_NULLS, Promise.SORTED, Promise.WEAK) {
    @Override
    public Subject make(Base base, long entries) {
      return new MapSubject(new ConcurrentSkipListMap<>());
    }
  },
  COPY_ON_WRITE(
      "immutable map in a volatile field, copied on write", Promise.NO_ORDER, Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new CopyOnWriteSubject();
    }
  },
  SNAPSHOT(
      "persistent map in an atomic reference",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE) {
    @Override
    public Subject make(Base base, long entries) {
      return new SnapshotSubject();
    }
  },
  KEPT_SNAPSHOT("%s under a monitor, its copy kept until it changes", Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new KeptSnapshotSubject(base.make());
    }
  },
  FUTURES(
      "ConcurrentHashMap of futures",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new FutureSubject();
    }
  },
  STRIPED("64 HashMaps, a monitor each", Promise.NO_ORDER, Promise.WEAK, Promise.ATOMIC) {
    @Override
    public Subject make(Base base, long entries) {
      return new StripedSubject();
    }
  },
  NON_BLOCKING("NonBlockingHashMap (JCTools)", Promise.NO_NULLS, Promise.NO_ORDER, Promise.WEAK) {
    @Override
    public Subject make(Base base, long entries) {
      return new MapSubject(new NonBlockingHashMap<>());
    }
  },
  CAFFEINE(
      "Caffeine, bounded by size",
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.EVICTS) {
    @Override
    public Subject make(Base base, long entries) {
      ConcurrentMap<Long, Long> map =
          Caffeine.newBuilder()
              .maximumSize(Math.max(ROOM * entries, LEAST_ROOM))
              .<Long, Long>build()
              .asMap();
      return new AtomicSubject(map);
    }
  };

  /** A bounded form has room for so many times the entries, so that it never evicts in a replay. */
  private static final long ROOM = 4;

  private static final long LEAST_ROOM = 10_000;

  private final String title;
  private final Set<Promise> promises;

  Form(String title, Promise... promises) {
    this.title = title;
    this.promises = Set.of(promises);
  }

  /** What it is called when {@code base} is the map inside. */
  public String title(Base base) {
    return String.format(Locale.ROOT, title, base.title());
  }

  /** Whether it promises, or denies, this. */
  public boolean has(Promise promise) {
    return promises.contains(promise);
  }

  /** Whether the plain map inside is the recorded one, and with it what that one promises. */
  public boolean keepsBase() {
    return title.contains("%s");
  }

  /** A new one that is empty and has room for {@code entries} where room is limited. */
  public abstract Subject make(Base base, long entries);
}
