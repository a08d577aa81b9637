package io.mapscope.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the maps of a site beyond their operations. A section that was not recorded
 * is null, and absent in JSON; a section with zeros was recorded and nothing happened.
 *
 * <p>Begin with {@link #none()} and fill section by section: {@code none().withNulls(..)}.
 *
 * @param nulls null keys and values seen
 * @param hotKeys the keys that were used most, the hottest first
 * @param keyClass class of the keys where it is one and the same simple class of the JDK ({@code
 *     java.lang.Long}; {@code java.lang.Enum} for every enum), else null
 * @param contention waiting for the maps
 * @param latency how long operations took; {@code latencyNanos} in JSON
 * @param allocation what the maps allocated and hold
 * @param copies copies made of the maps
 * @param serializations what serialized the maps, an item per format
 * @param externalLock the lock that the program holds around its accesses
 * @param callSites where the operations come from, the busiest first
 * @param shape what the maps look like inside and what is relied upon
 * @param nature what the maps are by construction
 * @param history how large the largest map was in the course of time
 * @param activity how much was done to the maps in the course of time
 * @param lives what the maps were like one by one
 * @param spread how keys spread over bins
 * @param operationErrors half-widths of the 95 % intervals around the counts of operations; null
 *     when those are exact. In JSON beside the counts, as {@code getHitError}
 */
public record MapFacts(
    @Nullable Nulls nulls,
    @Nullable List<HotKey> hotKeys,
    @Nullable String keyClass,
    @Nullable Contention contention,
    @Nullable Latency latency,
    @Nullable Allocation allocation,
    @Nullable Copies copies,
    @Nullable List<Serialization> serializations,
    @Nullable ExternalLock externalLock,
    @Nullable List<CallSite> callSites,
    @Nullable Shape shape,
    @Nullable Nature nature,
    @Nullable History history,
    @Nullable Activity activity,
    @Nullable Lives lives,
    @Nullable Spread spread,
    @Nullable OperationCounts operationErrors) {

  /** The value of a figure that was not measured; such a figure is absent in JSON. */
  public static final long UNKNOWN = -1;

  private static final MapFacts NONE = new Draft().facts();

  /** Copies the lists. */
  public MapFacts {
    hotKeys = hotKeys == null ? null : List.copyOf(hotKeys);
    serializations = serializations == null ? null : List.copyOf(serializations);
    callSites = callSites == null ? null : List.copyOf(callSites);
    operationErrors =
        operationErrors == null || operationErrors.total() == 0 ? null : operationErrors;
  }

  /** Nothing was recorded. */
  public static MapFacts none() {
    return NONE;
  }

  /** The same with other {@code nulls}. */
  public MapFacts withNulls(@Nullable Nulls nulls) {
    Draft draft = new Draft(this);
    draft.nulls = nulls;
    return draft.facts();
  }

  /** The same with other {@code hotKeys}. */
  public MapFacts withHotKeys(@Nullable List<HotKey> hotKeys) {
    Draft draft = new Draft(this);
    draft.hotKeys = hotKeys;
    return draft.facts();
  }

  /** The same with another {@code keyClass}. */
  public MapFacts withKeyClass(@Nullable String keyClass) {
    Draft draft = new Draft(this);
    draft.keyClass = keyClass;
    return draft.facts();
  }

  /** The same with other {@code contention}. */
  public MapFacts withContention(@Nullable Contention contention) {
    Draft draft = new Draft(this);
    draft.contention = contention;
    return draft.facts();
  }

  /** The same with other {@code latency}. */
  public MapFacts withLatency(@Nullable Latency latency) {
    Draft draft = new Draft(this);
    draft.latency = latency;
    return draft.facts();
  }

  /** The same with other {@code allocation}. */
  public MapFacts withAllocation(@Nullable Allocation allocation) {
    Draft draft = new Draft(this);
    draft.allocation = allocation;
    return draft.facts();
  }

  /** The same with other {@code copies}. */
  public MapFacts withCopies(@Nullable Copies copies) {
    Draft draft = new Draft(this);
    draft.copies = copies;
    return draft.facts();
  }

  /** The same with other {@code serializations}. */
  public MapFacts withSerializations(@Nullable List<Serialization> serializations) {
    Draft draft = new Draft(this);
    draft.serializations = serializations;
    return draft.facts();
  }

  /** The same with another {@code externalLock}. */
  public MapFacts withExternalLock(@Nullable ExternalLock externalLock) {
    Draft draft = new Draft(this);
    draft.externalLock = externalLock;
    return draft.facts();
  }

  /** The same with other {@code callSites}. */
  public MapFacts withCallSites(@Nullable List<CallSite> callSites) {
    Draft draft = new Draft(this);
    draft.callSites = callSites;
    return draft.facts();
  }

  /** The same with another {@code shape}. */
  public MapFacts withShape(@Nullable Shape shape) {
    Draft draft = new Draft(this);
    draft.shape = shape;
    return draft.facts();
  }

  /** The same with another {@code nature}. */
  public MapFacts withNature(@Nullable Nature nature) {
    Draft draft = new Draft(this);
    draft.nature = nature;
    return draft.facts();
  }

  /** The same with another {@code history}. */
  public MapFacts withHistory(@Nullable History history) {
    Draft draft = new Draft(this);
    draft.history = history;
    return draft.facts();
  }

  /** The same with another {@code activity}. */
  public MapFacts withActivity(@Nullable Activity activity) {
    Draft draft = new Draft(this);
    draft.activity = activity;
    return draft.facts();
  }

  /** The same with other {@code lives}. */
  public MapFacts withLives(@Nullable Lives lives) {
    Draft draft = new Draft(this);
    draft.lives = lives;
    return draft.facts();
  }

  /** The same with another {@code spread}. */
  public MapFacts withSpread(@Nullable Spread spread) {
    Draft draft = new Draft(this);
    draft.spread = spread;
    return draft.facts();
  }

  /** The same with other {@code operationErrors}. */
  public MapFacts withOperationErrors(@Nullable OperationCounts operationErrors) {
    Draft draft = new Draft(this);
    draft.operationErrors = operationErrors;
    return draft.facts();
  }

  /** Facts under change, confined to one method. */
  private static final class Draft {
    private @Nullable Nulls nulls;
    private @Nullable List<HotKey> hotKeys;
    private @Nullable String keyClass;
    private @Nullable Contention contention;
    private @Nullable Latency latency;
    private @Nullable Allocation allocation;
    private @Nullable Copies copies;
    private @Nullable List<Serialization> serializations;
    private @Nullable ExternalLock externalLock;
    private @Nullable List<CallSite> callSites;
    private @Nullable Shape shape;
    private @Nullable Nature nature;
    private @Nullable History history;
    private @Nullable Activity activity;
    private @Nullable Lives lives;
    private @Nullable Spread spread;
    private @Nullable OperationCounts operationErrors;

    Draft() {}

    Draft(MapFacts facts) {
      nulls = facts.nulls;
      hotKeys = facts.hotKeys;
      keyClass = facts.keyClass;
      contention = facts.contention;
      latency = facts.latency;
      allocation = facts.allocation;
      copies = facts.copies;
      serializations = facts.serializations;
      externalLock = facts.externalLock;
      callSites = facts.callSites;
      shape = facts.shape;
      nature = facts.nature;
      history = facts.history;
      activity = facts.activity;
      lives = facts.lives;
      spread = facts.spread;
      operationErrors = facts.operationErrors;
    }

    MapFacts facts() {
      return new MapFacts(
          nulls,
          hotKeys,
          keyClass,
          contention,
          latency,
          allocation,
          copies,
          serializations,
          externalLock,
          callSites,
          shape,
          nature,
          history,
          activity,
          lives,
          spread,
          operationErrors);
    }
  }
}
