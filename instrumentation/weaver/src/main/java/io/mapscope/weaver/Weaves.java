package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.ADOPTION;
import static io.mapscope.weaver.Recorder.CELL;
import static io.mapscope.weaver.Recorder.COUNTS;
import static io.mapscope.weaver.Recorder.NESTING;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.PROBE;
import static io.mapscope.weaver.Recorder.WRITERS;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;
import static io.mapscope.weaver.Recorder.push;

import java.util.MapscopeOperation;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The weaves that families choose from, named after what they do to an operation. */
public final class Weaves {
  private static final String MAP = "Ljava/util/AbstractMap;";
  private static final String EITHER = "(" + OBJECT + OBJECT + "II)V";
  private static final String EITHER_BOOLEAN = "(Z" + OBJECT + "II)V";

  /** A constructor or {@code readObject} is through: a map has come into being. */
  public static final Weave CREATED =
      atReturn(
          to -> {
            loadThis(to);
            call(to, ADOPTION, "created", "(" + OBJECT + ")V");
          });

  /** {@code clone} returns a map that no constructor has seen. */
  public static final Weave RETURNED_CREATED =
      atReturn(
          to -> {
            to.visitInsn(Opcodes.DUP);
            call(to, ADOPTION, "created", "(" + OBJECT + ")V");
          });

  /** A wrapper is made; the constructor's first argument is what it wraps. */
  public static final Weave WRAPPER_CREATED =
      atReturn(
          to -> {
            loadThis(to);
            to.visitVarInsn(Opcodes.ALOAD, 1);
            call(to, ADOPTION, "wrapped", "(" + OBJECT + OBJECT + ")V");
          });

  /** A traversal begins; the method calls no other counted operation. */
  public static final Weave TRAVERSAL =
      (method, next) ->
          new AtEntry(
              next,
              to -> {
                loadThis(to);
                call(to, COUNTS, "traversal", "(" + OBJECT + ")V");
              });

  /** A traversal begins; counted operations that the method calls are silenced. */
  public static final Weave OUTER_TRAVERSAL =
      outer(
          "beginTraversal",
          (to, cell) -> {
            // Counted on entry.
          });

  /** A put into a map that may hold null values and may evict. */
  public static final Weave PUT =
      (method, next) ->
          new Remembering(
              method,
              next,
              Type.LONG_TYPE,
              to -> loadSizeAndChanges(method, to),
              (to, before) -> {
                to.visitInsn(Opcodes.DUP);
                loadThis(to);
                to.visitVarInsn(Opcodes.LLOAD, before);
                loadSizeAndChanges(method, to);
                call(to, COUNTS, "putInValues", "(" + OBJECT + MAP + "JJ)V");
              });

  /** A put into a map that may hold null values but evicts nothing. */
  public static final Weave PUT_BY_SIZE =
      (method, next) ->
          new Remembering(
              method,
              next,
              Type.INT_TYPE,
              to -> loadField(method, to, "size"),
              (to, before) -> {
                to.visitInsn(Opcodes.DUP);
                loadThis(to);
                to.visitVarInsn(Opcodes.ILOAD, before);
                loadField(method, to, "size");
                call(to, COUNTS, "putBySize", EITHER);
              });

  /** A removal told by whether the map has become smaller: a returned null may be a value. */
  public static final Weave REMOVE_BY_SIZE =
      (method, next) ->
          new Remembering(
              method,
              next,
              Type.INT_TYPE,
              to -> loadField(method, to, "size"),
              (to, before) -> {
                loadThis(to);
                to.visitVarInsn(Opcodes.ILOAD, before);
                loadField(method, to, "size");
                call(to, COUNTS, "removeBySize", "(" + OBJECT + "II)V");
              });

  /** {@code computeIfAbsent}: absent was counted when the function began; present is the rest. */
  public static final Weave COMPUTE_IF_ABSENT =
      (method, next) ->
          new Remembering(
              method,
              next,
              Type.LONG_TYPE,
              to -> {
                loadThis(to);
                call(to, COUNTS, "functionsRun", "(" + OBJECT + ")J");
              },
              (to, before) -> {
                loadThis(to);
                to.visitVarInsn(Opcodes.LLOAD, before);
                call(to, COUNTS, "computed", "(" + OBJECT + "J)V");
              });

  /** Marks an unsynchronised map while the method writes to it. */
  public static final Weave WRITER =
      writer(
          (method, to) -> {
            loadThis(to);
            call(to, WRITERS, "enter", "(" + OBJECT + ")L" + PROBE + ";");
          });

  /** The same for HashMap and its kin, by the short way to their probe. */
  public static final Weave WRITER_IN_VALUES =
      writer(
          (method, to) -> {
            loadThis(to);
            call(to, WRITERS, "enterInValues", "(" + MAP + ")L" + PROBE + ";");
          });

  /** {@code LinkedHashMap.get} writes when the order is by access: it moves the entry. */
  public static final Weave WRITER_IN_ACCESS_ORDER =
      writer(
          (method, to) -> {
            loadThis(to);
            loadField(method, to, "accessOrder", "Z");
            call(to, WRITERS, "enterInValuesIf", "(" + MAP + "Z)L" + PROBE + ";");
          });

  /** The hottest read: no search for the map, null is a miss. */
  public static final Weave READ_IN_KEY_SET =
      returned(COUNTS, "readInKeySet", "(" + OBJECT + MAP + ")V");

  /** The hottest put, into a map without nulls. */
  public static final Weave PUT_IN_KEY_SET =
      returned(COUNTS, "putInKeySet", "(" + OBJECT + MAP + ")V");

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
      either(EITHER, MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS);
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
    return atReturn(
        to -> {
          loadThis(to);
          push(to, operation);
          call(to, COUNTS, "count", "(" + OBJECT + "I)V");
        });
  }

  /** Always {@code operation}; counted operations that the method calls are silenced. */
  public static Weave outer(int operation) {
    return outer(
        "begin",
        (to, cell) -> {
          to.visitVarInsn(Opcodes.ALOAD, cell);
          push(to, operation);
          call(to, NESTING, "count", "(L" + CELL + ";I)V");
        });
  }

  private static Weave sizeOf(String counter) {
    return atReturn(
        to -> {
          loadThis(to);
          call(to, COUNTS, counter, "(" + MAP + ")V");
        });
  }

  private static Weave atReturn(AtReturn.Code code) {
    return (method, next) -> new AtReturn(next, code);
  }

  private static Weave returned(String owner, String name, String descriptor) {
    return atReturn(
        to -> {
          to.visitInsn(Opcodes.DUP);
          loadThis(to);
          call(to, owner, name, descriptor);
        });
  }

  private static Weave either(String descriptor, int hit, int miss) {
    return atReturn(
        to -> {
          to.visitInsn(Opcodes.DUP);
          loadThis(to);
          push(to, hit);
          push(to, miss);
          call(to, COUNTS, "countEither", descriptor);
        });
  }

  private static Weave outerEither(String result, int hit, int miss) {
    return outer(
        "begin",
        (to, cell) -> {
          to.visitInsn(Opcodes.DUP);
          to.visitVarInsn(Opcodes.ALOAD, cell);
          push(to, hit);
          push(to, miss);
          call(to, NESTING, "countEither", "(" + result + "L" + CELL + ";II)V");
        });
  }

  private static Weave outer(String begin, Remembering.Code onReturn) {
    return (method, next) ->
        new Undoing(
            method,
            next,
            CELL,
            to -> {
              loadThis(to);
              call(to, NESTING, begin, "(" + OBJECT + ")L" + CELL + ";");
            },
            Weaves::freeCell,
            onReturn);
  }

  /** {@code cell.owner = ~cell.owner}. */
  private static void freeCell(MethodVisitor to, int cell) {
    to.visitVarInsn(Opcodes.ALOAD, cell);
    to.visitInsn(Opcodes.DUP);
    to.visitFieldInsn(Opcodes.GETFIELD, CELL, "owner", "J");
    to.visitLdcInsn(-1L);
    to.visitInsn(Opcodes.LXOR);
    to.visitFieldInsn(Opcodes.PUTFIELD, CELL, "owner", "J");
  }

  /** Code that looks at the method it is added to. */
  private interface Entering {
    void add(TargetMethod method, MethodVisitor to);
  }

  private static Weave writer(Entering entering) {
    return (method, next) ->
        new Undoing(
            method,
            next,
            PROBE,
            to -> entering.add(method, to),
            Weaves::clearMark,
            (to, probe) -> {
              // The mark is all there is.
            });
  }

  /** {@code probe.writer = 0}. */
  private static void clearMark(MethodVisitor to, int probe) {
    to.visitVarInsn(Opcodes.ALOAD, probe);
    to.visitInsn(Opcodes.LCONST_0);
    to.visitFieldInsn(Opcodes.PUTFIELD, PROBE, "writer", "J");
  }

  /** Leaves {@code (long) size << 32 | modCount} on the stack. */
  private static void loadSizeAndChanges(TargetMethod method, MethodVisitor to) {
    loadField(method, to, "size");
    loadField(method, to, "modCount");
    call(to, COUNTS, "sizeAndChanges", "(II)J");
  }

  private static void loadField(TargetMethod method, MethodVisitor to, String name) {
    loadField(method, to, name, "I");
  }

  private static void loadField(
      TargetMethod method, MethodVisitor to, String name, String descriptor) {
    loadThis(to);
    to.visitFieldInsn(Opcodes.GETFIELD, method.owner(), name, descriptor);
  }
}
