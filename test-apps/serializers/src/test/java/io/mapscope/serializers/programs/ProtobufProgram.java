package io.mapscope.serializers.programs;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;

/**
 * Writes a message with a map field, of a class that comes with the library. The map is made inside
 * the library, which has the only site.
 */
public final class ProtobufProgram {
  private ProtobufProgram() {}

  public static void main(String[] args) throws Exception {
    Struct.Builder builder = Struct.newBuilder();
    for (int i = 0; i < Truth.ENTRIES; i++) {
      builder.putFields("key-" + i, Value.newBuilder().setNumberValue(i).build());
    }
    Struct message = builder.build();
    Truth.of("-", "protobuf", Truth.ENTRIES, () -> message.toByteArray().length);
  }
}
