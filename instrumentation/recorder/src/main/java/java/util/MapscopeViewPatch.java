package java.util;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A class file in which accesses to the field {@code values} became calls of {@link MapscopeSlots}:
 * {@code getfield} and {@code putfield} are as long as {@code invokestatic} and take and leave the
 * same, so nothing moves, and only the constant pool grows.
 *
 * <p>By hand, because it outlives the agent and its library for class files. Format: JVMS 4.1, 4.4,
 * 4.7.3, 6.5. An instruction that such methods do not have is refused.
 */
final class MapscopeViewPatch {
  private static final String FIELD = "values";
  private static final String TYPE = "Ljava/util/Collection;";

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD_REF = 9;
  private static final int METHOD_REF = 10;
  private static final int NAME_AND_TYPE = 12;

  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKESTATIC = 0xb8;

  private final byte[] file;
  private final int constants;
  private final int[] places;

  /** Where the constant pool ends. */
  private final int end;

  private boolean found;

  private MapscopeViewPatch(byte[] classFile) {
    file = classFile.clone();
    constants = u2(8);
    places = new int[constants];
    int at = 10;
    for (int i = 1; i < constants; i++) {
      places[i] = at;
      int tag = file[at];
      at += constantLength(tag, at);
      if (tag == LONG || tag == DOUBLE) {
        i++;
      }
    }
    end = at;
  }

  /** The patched class file, or null when there is nothing to patch. */
  static byte[] of(byte[] classFile) throws IOException {
    MapscopeViewPatch patch = new MapscopeViewPatch(classFile);
    patch.patchMethods();
    return patch.found ? patch.withCalls() : null;
  }

  private int constantLength(int tag, int at) {
    switch (tag) {
      case UTF8:
        return 3 + u2(at + 1);
      case LONG:
      case DOUBLE:
        return 9;
      case CLASS, 8, 16, 19, 20:
        return 3;
      case 15:
        return 4;
      case 3, 4, FIELD_REF, METHOD_REF, 11, NAME_AND_TYPE, 17, 18:
        return 5;
      default:
        throw new IllegalArgumentException("unknown constant");
    }
  }

  private void patchMethods() {
    int at = end + 6;
    at += 2 + 2 * u2(at);
    at = members(at, false);
    members(at, true);
  }

  private static boolean isViewMethod(String name) {
    return name.equals("values") || name.equals("sequencedValues");
  }

  private int members(int from, boolean methods) {
    int at = from + 2;
    for (int n = u2(from); n > 0; n--) {
      boolean meant = methods && isViewMethod(text(u2(at + 2)));
      int attributes = u2(at + 6);
      at += 8;
      for (; attributes > 0; attributes--) {
        if (meant && text(u2(at)).equals("Code")) {
          patchCode(at + 14, u4(at + 10));
        }
        at += 6 + u4(at + 2);
      }
    }
    return at;
  }

  private void patchCode(int from, int length) {
    for (int at = from; at < from + length; ) {
      int opcode = file[at] & 0xff;
      if ((opcode == GETFIELD || opcode == PUTFIELD) && isViewField(u2(at + 1))) {
        found = true;
        file[at] = (byte) INVOKESTATIC;
        put2(file, at + 1, constants + (opcode == GETFIELD ? 2 : 5));
      }
      at += instructionLength(opcode);
    }
  }

  /** Of the instructions that such methods are made of. */
  private static int instructionLength(int opcode) {
    if (opcode == 0x19 || opcode == 0x3a) {
      return 2; // aload, astore
    }
    boolean jump = (opcode >= 0x99 && opcode <= 0xa7) || opcode == 0xc6 || opcode == 0xc7;
    boolean member = opcode >= 0xb2 && opcode <= INVOKESTATIC;
    if (jump || member || opcode == 0xbb || opcode == 0xc0 || opcode == 0xc1) {
      return 3; // and new, checkcast, instanceof
    }
    boolean plain = opcode < 0x10 || (opcode >= 0x1a && opcode < 0x36) || opcode == 0xbf;
    if (plain || (opcode >= 0x3b && opcode < 0x84) || (opcode >= 0xac && opcode <= 0xb1)) {
      return 1;
    }
    throw new IllegalArgumentException("unexpected instruction");
  }

  private boolean isViewField(int constant) {
    int at = places[constant];
    if (file[at] != FIELD_REF) {
      return false;
    }
    int nameAndType = places[u2(at + 3)];
    return text(u2(nameAndType + 1)).equals(FIELD) && text(u2(nameAndType + 3)).equals(TYPE);
  }

  /** With ten constants more: the two methods to be called, and what they are made of. */
  private byte[] withCalls() throws IOException {
    String map = isHashtable() ? "Ljava/util/Hashtable;" : "Ljava/util/AbstractMap;";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + 256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(file, 0, 8);
    out.writeShort(constants + 10);
    out.write(file, 10, end - 10);
    text(out, "java/util/MapscopeSlots");
    out.writeByte(CLASS);
    out.writeShort(constants);
    pair(out, METHOD_REF, constants + 1, constants + 4);
    text(out, "(" + map + ")" + TYPE);
    pair(out, NAME_AND_TYPE, constants + 6, constants + 3);
    pair(out, METHOD_REF, constants + 1, constants + 7);
    text(out, "readView");
    pair(out, NAME_AND_TYPE, constants + 8, constants + 9);
    text(out, "writeView");
    text(out, "(" + map + TYPE + ")V");
    out.write(file, end, file.length - end);
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private static void pair(DataOutputStream out, int tag, int first, int second)
      throws IOException {
    out.writeByte(tag);
    out.writeShort(first);
    out.writeShort(second);
  }

  private boolean isHashtable() {
    return text(u2(places[u2(end + 2)] + 1)).equals("java/util/Hashtable");
  }

  private String text(int constant) {
    int at = places[constant];
    return new String(file, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  private int u2(int at) {
    return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
  }

  private int u4(int at) {
    return u2(at) << 16 | u2(at + 2);
  }

  private static void put2(byte[] into, int at, int value) {
    into[at] = (byte) (value >> 8);
    into[at + 1] = (byte) value;
  }
}
