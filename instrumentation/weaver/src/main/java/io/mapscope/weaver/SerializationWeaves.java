package io.mapscope.weaver;

import static io.mapscope.weaver.Call.REMEMBERED_REFERENCE;
import static io.mapscope.weaver.Call.RETURNED;
import static io.mapscope.weaver.Call.THIS;
import static io.mapscope.weaver.Call.argument;
import static io.mapscope.weaver.Call.asked;
import static io.mapscope.weaver.Call.constant;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.SERIALIZATIONS;
import static io.mapscope.weaver.Recorder.SPAN;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The weaves for methods that serialize a map, by how the library tells the output's length. */
public final class SerializationWeaves {
  private static final String A_SPAN = "L" + SPAN + ";";

  /** An object is written to an {@code ObjectOutputStream}. */
  public static final Weave JAVA =
      span(
          Call.of(
              SERIALIZATIONS, "beginJava", "(" + OBJECT + OBJECT + ")" + A_SPAN, argument(0), THIS),
          Call.of(
              SERIALIZATIONS,
              "endedJava",
              "(" + A_SPAN + OBJECT + ")V",
              REMEMBERED_REFERENCE,
              THIS));

  /** Bytes leave by {@code OutputStream.write}. */
  public static final Weave COUNT_WRITTEN = new Written();

  /** A map field is written to a {@code CodedOutputStream}, which counts all bytes. */
  public static final Weave PROTOBUF =
      span(
          Call.of(
              SERIALIZATIONS,
              "beginProtobuf",
              "(" + OBJECT + "I)" + A_SPAN,
              asked(1, "getMap", "com/google/protobuf/MapField.()Ljava/util/Map;"),
              written()),
          Call.of(SERIALIZATIONS, "ended", "(" + A_SPAN + "I)V", REMEMBERED_REFERENCE, written()));

  private SerializationWeaves() {}

  private static Call.Argument written() {
    return asked(0, "getTotalBytesWritten", "com/google/protobuf/CodedOutputStream.()I");
  }

  /** The first argument is a map, the second a generator of Jackson's. */
  public static Weave jackson(String generator, String buffered) {
    Call.Argument fill = asked(1, buffered, generator + ".()I");
    return span(
        Call.of(
            SERIALIZATIONS,
            "beginJackson",
            "(" + OBJECT + OBJECT + "I)" + A_SPAN,
            argument(0),
            argument(1),
            fill),
        Call.of(SERIALIZATIONS, "ended", "(" + A_SPAN + "I)V", REMEMBERED_REFERENCE, fill));
  }

  /** The method gives the buffer of {@code this} away. */
  public static Weave flushes(String owner, String buffered) {
    return new AtEntry(
        Call.of(SERIALIZATIONS, "sent", "(I)V", asked(-1, buffered, owner + ".()I")));
  }

  /** The argument {@code map} is a map; nobody tells how much is written. */
  public static Weave unsized(int format, int map) {
    return span(
        Call.of(
            SERIALIZATIONS, "begin", "(" + OBJECT + "I)" + A_SPAN, argument(map), constant(format)),
        null);
  }

  /** The argument {@code map} is a map, the argument {@code output} tells all that is written. */
  public static Weave counted(int format, int map, int output, String total, String descriptor) {
    String type = descriptor.substring(descriptor.length() - 1);
    Call.Argument fill = asked(output, total, descriptor);
    return span(
        Call.of(
            SERIALIZATIONS,
            "begin",
            "(" + OBJECT + "I" + type + ")" + A_SPAN,
            argument(map),
            constant(format),
            fill),
        Call.of(SERIALIZATIONS, "ended", "(" + A_SPAN + type + ")V", REMEMBERED_REFERENCE, fill));
  }

  /** The method returns the whole text for its argument {@code source}. */
  public static Weave produced(int format, int source) {
    return new AtReturn(
        Call.of(
            SERIALIZATIONS,
            "produced",
            "(Ljava/lang/CharSequence;" + OBJECT + "I)V",
            RETURNED,
            argument(source),
            constant(format)));
  }

  private static Weave span(Call begin, @Nullable Call end) {
    return new Undoing(Undoing.Undo.END_SERIALIZATION, begin, end);
  }

  private record Written() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          if (owner.equals("java/io/OutputStream")
              && name.equals("write")
              && descriptor.equals("([BII)V")) {
            super.visitInsn(Opcodes.DUP);
            Recorder.call(mv, SERIALIZATIONS, "sent", "(I)V");
          }
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
      };
    }
  }
}
