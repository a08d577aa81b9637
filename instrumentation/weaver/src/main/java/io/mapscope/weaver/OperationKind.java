package io.mapscope.weaver;

import static io.mapscope.weaver.Call.LAST_ARGUMENT;
import static io.mapscope.weaver.Call.REMEMBERED_REFERENCE;
import static io.mapscope.weaver.Call.RETURNED;
import static io.mapscope.weaver.Call.constant;
import static io.mapscope.weaver.Recorder.CELL;
import static io.mapscope.weaver.Recorder.NESTING;
import static io.mapscope.weaver.Recorder.OBJECT;

import java.util.MapscopeOperation;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What a method of a map that is not the JDK's is to its user, and how the outcome is told: by what
 * the method returns, or for a computation by whether its function ran.
 */
public enum OperationKind {
  GET(MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS),
  /** Anything but the default that was handed in is a hit. */
  GET_OR_DEFAULT(MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS),
  /** A returned reference is the value before; a returned boolean says that the entry is new. */
  PUT(MapscopeOperation.PUT_REPLACE, MapscopeOperation.PUT_NEW),
  REMOVE(MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS),
  COMPUTE_IF_ABSENT(
      MapscopeOperation.COMPUTE_IF_ABSENT_PRESENT, MapscopeOperation.COMPUTE_IF_ABSENT_ABSENT),
  COMPUTE(MapscopeOperation.COMPUTE),
  MERGE(MapscopeOperation.MERGE),
  REPLACE(MapscopeOperation.REPLACE),
  CLEAR(MapscopeOperation.CLEAR),
  PUT_ALL(MapscopeOperation.PUT_ALL),
  SIZE(MapscopeOperation.SIZE),
  ORDERED(MapscopeOperation.ORDERED),
  /** Removes the element that an iterator has just returned. */
  REMOVE_CURRENT(MapscopeOperation.REMOVE_HIT),
  TRAVERSAL(MapscopeOperation.TRAVERSALS),
  /** A traversal, unless it will count by itself: the JDK's default asks for an iterator later. */
  SPLITERATOR(MapscopeOperation.TRAVERSALS),
  /** No operation: the counted ones it calls are its own business. */
  QUIET(-1);

  private static final int ALWAYS = -1;

  private final int one;
  private final int other;

  OperationKind(int one, int other) {
    this.one = one;
    this.other = other;
  }

  OperationKind(int always) {
    this(always, ALWAYS);
  }

  /**
   * The weave that counts it.
   *
   * @param receiver {@code L...;} of what the recorder is told about: a map with a field for its
   *     probe, a view of one, or any object behind which it has to find the map
   * @return null when the method does not return what tells the outcome
   */
  @Nullable Weave weave(String receiver, Type returned) {
    return switch (this) {
      case QUIET -> outer(begin("begin", receiver), null);
      case TRAVERSAL -> outer(begin("beginTraversal", OBJECT), null);
      case SPLITERATOR ->
          outer(
              begin("begin", receiver),
              Call.of(
                  NESTING,
                  "countSpliterator",
                  "(" + OBJECT + OBJECT + "L" + CELL + ";)V",
                  RETURNED,
                  Call.THIS,
                  REMEMBERED_REFERENCE));
      case COMPUTE_IF_ABSENT ->
          outer(
              begin("beginComputing", receiver),
              Call.of(NESTING, "countComputed", "(L" + CELL + ";)V", REMEMBERED_REFERENCE));
      case GET_OR_DEFAULT ->
          outer(
              begin("begin", receiver),
              Call.of(
                  NESTING,
                  "countDefaulted",
                  "(" + OBJECT + OBJECT + "L" + CELL + ";)V",
                  RETURNED,
                  LAST_ARGUMENT,
                  REMEMBERED_REFERENCE));
      default -> other == ALWAYS ? always(receiver) : either(receiver, returned);
    };
  }

  private Weave always(String receiver) {
    return outer(
        begin("begin", receiver),
        Call.of(NESTING, "count", "(L" + CELL + ";I)V", REMEMBERED_REFERENCE, constant(one)));
  }

  private @Nullable Weave either(String receiver, Type returned) {
    boolean reference = returned.getSort() == Type.OBJECT;
    if (!reference && returned != Type.BOOLEAN_TYPE) {
      return null;
    }
    boolean swapped = this == PUT && !reference;
    return outer(
        begin("begin", receiver),
        Call.of(
            NESTING,
            "countEither",
            "(" + (reference ? OBJECT : "Z") + "L" + CELL + ";II)V",
            RETURNED,
            REMEMBERED_REFERENCE,
            constant(swapped ? other : one),
            constant(swapped ? one : other)));
  }

  private static Call begin(String name, String receiver) {
    String method =
        switch (receiver) {
          case OBJECT -> name;
          case ViewWeaving.VIEW -> name + "View";
          default -> name + "Tracked";
        };
    return Call.of(NESTING, method, "(" + receiver + ")L" + CELL + ";", Call.THIS);
  }

  private static Weave outer(Call begin, @Nullable Call count) {
    return new Undoing(Undoing.Undo.FREE_CELL, begin, count);
  }
}
