package io.mapscope.weaver;

import static io.mapscope.weaver.Call.CHANGES;
import static io.mapscope.weaver.Call.FIRST_ARGUMENT;
import static io.mapscope.weaver.Call.REMEMBERED_INT;
import static io.mapscope.weaver.Call.REMEMBERED_LONG;
import static io.mapscope.weaver.Call.REMEMBERED_REFERENCE;
import static io.mapscope.weaver.Call.RETURNED;
import static io.mapscope.weaver.Call.SIZE;
import static io.mapscope.weaver.Call.THIS;
import static io.mapscope.weaver.Call.constant;
import static io.mapscope.weaver.Recorder.ADOPTION;
import static io.mapscope.weaver.Recorder.CELL;
import static io.mapscope.weaver.Recorder.COPIES;
import static io.mapscope.weaver.Recorder.COUNTS;
import static io.mapscope.weaver.Recorder.MAP;
import static io.mapscope.weaver.Recorder.NESTING;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.PROBE;
import static io.mapscope.weaver.Recorder.SPAN;
import static io.mapscope.weaver.Recorder.STREAMS;
import static io.mapscope.weaver.Recorder.TRAVERSALS;
import static io.mapscope.weaver.Recorder.WRITERS;

import java.util.MapscopeOperation;
import org.jspecify.annotations.Nullable;

/** The weaves that families choose from, named after what they do to an operation. */
public final class Weaves {
  private static final String EITHER = "(" + OBJECT + OBJECT + "II)V";
  private static final String EITHER_BOOLEAN = "(Z" + OBJECT + "II)V";

  /** A constructor or {@code readObject} is through: a map has come into being. */
  public static final Weave CREATED =
      new AtReturn(Call.of(ADOPTION, "created", "(" + OBJECT + ")V", THIS));

  /** {@code clone} returns a map that no constructor has seen. */
  public static final Weave RETURNED_CREATED =
      new AtReturn(Call.of(ADOPTION, "created", "(" + OBJECT + ")V", RETURNED));

  /** {@code clone} of a map whose probe is in a field, which is copied with the others. */
  static final Weave CLONED =
      new AtReturn(Call.of(ADOPTION, "cloned", "(" + OBJECT + OBJECT + ")V", RETURNED, THIS));

  /** A wrapper is made; the constructor's first argument is what it wraps. */
  public static final Weave WRAPPER_CREATED =
      new AtReturn(
          Call.of(ADOPTION, "wrapped", "(" + OBJECT + OBJECT + ")V", THIS, FIRST_ARGUMENT));

  /** A traversal begins; the method calls no other counted operation. */
  public static final Weave TRAVERSAL =
      new AtEntry(Call.of(COUNTS, "traversal", "(" + OBJECT + ")V", THIS));

  /** A traversal begins; counted operations that the method calls are silenced. */
  public static final Weave OUTER_TRAVERSAL =
      new Undoing(Undoing.Undo.FREE_CELL, begin("beginTraversal"), null);

  /** A method that goes over the whole map returns. */
  public static final Weave TRAVERSED =
      new AtReturn(Call.of(TRAVERSALS, "through", "(" + OBJECT + ")V", THIS));

  /** A put into HashMap or its kin, which may hold null values and may evict. */
  public static final Weave PUT =
      putRemembering(
          Call.of(
              COUNTS,
              "putInValues",
              "(" + OBJECT + MAP + OBJECT + "JII)V",
              RETURNED,
              THIS,
              FIRST_ARGUMENT,
              REMEMBERED_LONG,
              SIZE,
              CHANGES));

  /** The same for {@code putIfAbsent}, which reads and writes at once. */
  public static final Weave PUT_IF_ABSENT =
      putRemembering(
          Call.of(
              COUNTS,
              "putIfAbsentInValues",
              "(" + OBJECT + MAP + "JII)V",
              RETURNED,
              THIS,
              REMEMBERED_LONG,
              SIZE,
              CHANGES));

  /** A put into a map that may hold null values but evicts nothing. */
  public static final Weave PUT_BY_SIZE =
      new Remembering(
          "I",
          Call.of(COUNTS, "same", "(I)I", SIZE),
          Call.of(COUNTS, "putBySize", EITHER, RETURNED, THIS, REMEMBERED_INT, SIZE));

  /** A removal told by whether the map has become smaller: a returned null may be a value. */
  public static final Weave REMOVE_BY_SIZE =
      new Remembering(
          "I",
          Call.of(COUNTS, "same", "(I)I", SIZE),
          Call.of(
              COUNTS,
              "removeBySize",
              "(" + OBJECT + OBJECT + "II)V",
              THIS,
              FIRST_ARGUMENT,
              REMEMBERED_INT,
              SIZE));

  /** {@code computeIfAbsent} that calls its function itself. */
  public static final Weave COMPUTE_IF_ABSENT = new FunctionRuns();

  /**
   * {@code computeIfAbsent} whose function is called by another method, where {@link
   * Calls#countFunctionRuns} counts it as absent; present is the rest. Not for maps inside which a
   * thread may wait.
   */
  public static final Weave COMPUTE_IF_ABSENT_ELSEWHERE =
      new Remembering(
          "J",
          Call.of(COUNTS, "functionsRun", "(" + OBJECT + OBJECT + ")J", THIS, FIRST_ARGUMENT),
          Call.of(COUNTS, "computedElsewhere", "(" + OBJECT + "J)V", THIS, REMEMBERED_LONG));

  /** The method copies its first argument, a map or a view of one. */
  public static final Weave COPY_OF_ARGUMENT = copy(FIRST_ARGUMENT);

  /** The method copies the map that it belongs to, or whose view it belongs to. */
  public static final Weave COPY_OF_THIS = copy(THIS);

  /** The end of a stream that returns an array of all that comes. */
  public static final Weave STREAM_TO_ARRAY = stream(null);

  /** The end of a stream that returns what a collector makes. */
  public static final Weave STREAM_COLLECTED =
      stream(
          Call.of(
              STREAMS,
              "collected",
              "(" + OBJECT + "L" + SPAN + ";)V",
              RETURNED,
              REMEMBERED_REFERENCE));

  /** A view returns a spliterator from which nothing leads to the map. */
  public static final Weave SPLITERATOR_MADE =
      new AtReturn(Call.of(STREAMS, "made", "(" + OBJECT + OBJECT + ")V", RETURNED, THIS));

  /** {@code computeIfAbsent} built from other operations; needs {@link #WRAP_FUNCTION} too. */
  public static final Weave OUTER_COMPUTE_IF_ABSENT =
      new Undoing(
          Undoing.Undo.FREE_CELL,
          begin("beginComputing"),
          Call.of(NESTING, "countComputed", "(L" + CELL + ";)V", REMEMBERED_REFERENCE));

  /** Hands the method a function that tells the recorder when it runs. */
  public static final Weave WRAP_FUNCTION = new WrapFunction();

  /** Marks an unsynchronised map while the method writes to it. */
  public static final Weave WRITER =
      writer(Call.of(WRITERS, "enter", "(" + OBJECT + ")L" + PROBE + ";", THIS));

  /** The same for HashMap and its kin, by the short way to their probe. */
  public static final Weave WRITER_IN_VALUES =
      writer(Call.of(WRITERS, "enterInValues", "(" + MAP + ")L" + PROBE + ";", THIS));

  /** {@code LinkedHashMap.get} writes when the order is by access: it moves the entry. */
  public static final Weave WRITER_IN_ACCESS_ORDER =
      writer(
          Call.of(
              WRITERS,
              "enterInValuesIf",
              "(" + MAP + "Z)L" + PROBE + ";",
              THIS,
              Call.field("accessOrder", "Z")));

  /** The hottest read: no search for the map, null is a miss. */
  public static final Weave READ_IN_KEY_SET = returnedWithKey("readInKeySet");

  /** {@code containsKey} where it is no {@code get}. */
  public static final Weave CONTAINS_IN_KEY_SET =
      new AtReturn(
          Call.of(
              COUNTS,
              "containsInKeySet",
              "(Z" + MAP + OBJECT + ")V",
              RETURNED,
              THIS,
              FIRST_ARGUMENT));

  /** The hottest put, into a map without nulls. */
  public static final Weave PUT_IN_KEY_SET = returnedWithKey("putInKeySet");

  /** {@code putIfAbsent} of such a map. */
  public static final Weave PUT_IF_ABSENT_IN_KEY_SET = returned("putIfAbsentInKeySet");

  /** {@code get} of Hashtable. */
  public static final Weave READ_OF_TABLE = ofTable("readOfTable", OBJECT);

  /** {@code containsKey} of Hashtable. */
  public static final Weave CONTAINS_IN_TABLE = ofTable("containsInTable", "Z");

  /** {@code put} of Hashtable. */
  public static final Weave PUT_IN_TABLE = ofTable("putInTable", OBJECT);

  /** {@code size} of HashMap and its kin. */
  public static final Weave SIZE_IN_VALUES = sizeOf("sizeInValues");

  /** {@code size} of the concurrent maps and TreeMap. */
  public static final Weave SIZE_IN_KEY_SET = sizeOf("sizeInKeySet");

  public static final Weave GET_BY_REFERENCE =
      either(EITHER, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  public static final Weave GET_BY_BOOLEAN =
      either(EITHER_BOOLEAN, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  public static final Weave PUT_BY_REFERENCE =
      either(EITHER, MapscopeOperation.PUT_REPLACE, MapscopeOperation.PUT_NEW);
  public static final Weave PUT_BY_BOOLEAN =
      either(EITHER_BOOLEAN, MapscopeOperation.PUT_NEW, MapscopeOperation.PUT_REPLACE);
  public static final Weave REMOVE_BY_REFERENCE =
      new AtReturn(
          Call.of(
              COUNTS,
              "removal",
              "(" + OBJECT + OBJECT + OBJECT + ")V",
              RETURNED,
              THIS,
              FIRST_ARGUMENT));
  public static final Weave REMOVE_BY_BOOLEAN =
      either(EITHER_BOOLEAN, MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS);
  public static final Weave OUTER_GET_BY_REFERENCE =
      outerEither(OBJECT, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  public static final Weave OUTER_GET_BY_BOOLEAN =
      outerEither("Z", MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  public static final Weave OUTER_REMOVE_BY_REFERENCE =
      outerEither(OBJECT, MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS);
  public static final Weave OUTER_REMOVE_BY_BOOLEAN =
      outerEither("Z", MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS);

  private Weaves() {}

  /** Always {@code operation}; the method calls no other counted operation. */
  public static Weave count(int operation) {
    return new AtReturn(Call.of(COUNTS, "count", "(" + OBJECT + "I)V", THIS, constant(operation)));
  }

  /** Always {@code operation}, on the key that is the first argument. */
  public static Weave countOfKey(int operation) {
    return new AtReturn(
        Call.of(
            COUNTS,
            "countOfKey",
            "(" + OBJECT + OBJECT + "I)V",
            THIS,
            FIRST_ARGUMENT,
            constant(operation)));
  }

  /** Always {@code operation}; counted operations that the method calls are silenced. */
  public static Weave outer(int operation) {
    return new Undoing(
        Undoing.Undo.FREE_CELL,
        begin("begin"),
        Call.of(NESTING, "count", "(L" + CELL + ";I)V", REMEMBERED_REFERENCE, constant(operation)));
  }

  /** {@code hasNext} of an iterator that has {@code map}, its field of that type, behind it. */
  public static Weave hasNext(String map, String type) {
    return new AtReturn(
        Call.of(
            TRAVERSALS,
            "more",
            "(Z" + OBJECT + ")V",
            RETURNED,
            Call.field(map, "Ljava/util/" + type + ";")));
  }

  private static Weave sizeOf(String counter) {
    return new AtReturn(Call.of(COUNTS, counter, "(" + MAP + ")V", THIS));
  }

  private static Weave putRemembering(Call onReturn) {
    return new Remembering(
        "J", Call.of(COUNTS, "sizeAndChanges", "(II)J", SIZE, CHANGES), onReturn);
  }

  private static Weave returnedWithKey(String counter) {
    return new AtReturn(
        Call.of(
            COUNTS, counter, "(" + OBJECT + MAP + OBJECT + ")V", RETURNED, THIS, FIRST_ARGUMENT));
  }

  private static Weave ofTable(String counter, String result) {
    return new AtReturn(
        Call.of(
            COUNTS,
            counter,
            "(" + result + "Ljava/util/Hashtable;" + OBJECT + ")V",
            RETURNED,
            THIS,
            FIRST_ARGUMENT));
  }

  private static Weave returned(String counter) {
    return new AtReturn(Call.of(COUNTS, counter, "(" + OBJECT + MAP + ")V", RETURNED, THIS));
  }

  private static Weave either(String descriptor, int hit, int miss) {
    return new AtReturn(
        Call.of(COUNTS, "countEither", descriptor, RETURNED, THIS, constant(hit), constant(miss)));
  }

  private static Weave outerEither(String result, int hit, int miss) {
    return new Undoing(
        Undoing.Undo.FREE_CELL,
        begin("begin"),
        Call.of(
            NESTING,
            "countEither",
            "(" + result + "L" + CELL + ";II)V",
            RETURNED,
            REMEMBERED_REFERENCE,
            constant(hit),
            constant(miss)));
  }

  private static Call begin(String name) {
    return Call.of(NESTING, name, "(" + OBJECT + ")L" + CELL + ";", THIS);
  }

  private static Weave copy(Call.Argument source) {
    return new Undoing(
        Undoing.Undo.END_COPY,
        Call.of(
            COPIES,
            "begin",
            "(" + OBJECT + "Ljava/lang/String;)L" + SPAN + ";",
            source,
            Call.METHOD_NAME),
        null);
  }

  private static Weave stream(@Nullable Call onReturn) {
    return new Undoing(
        Undoing.Undo.END_COPY,
        Call.of(
            STREAMS,
            "begin",
            "(" + OBJECT + "Ljava/lang/String;)L" + SPAN + ";",
            THIS,
            Call.METHOD_NAME),
        onReturn);
  }

  private static Weave writer(Call enter) {
    return new Undoing(Undoing.Undo.CLEAR_MARK, enter, null);
  }
}
