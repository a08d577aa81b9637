package io.mapscope.agent;

import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What a command line of ours asks an application for: {@code @COMMAND TICKET JAR OPTIONS}, the jar
 * URL-encoded.
 *
 * <p>A JVM keeps the first entry class it has loaded for all its life, so this form, and the method
 * that {@link Agent} hands it to, are the same in every version; the jar in it is the one whose
 * code is to run. What does not begin with {@code @} are the options of another tool's attach.
 *
 * @param command {@code attach} or {@code detach}
 * @param ticket comes back with the answer
 */
record AttachRequest(String command, String ticket, File jar, String options) {
  private static final char MARK = '@';
  private static final int PARTS = 4;

  static boolean isOne(String text) {
    return text.length() > 0 && text.charAt(0) == MARK;
  }

  static AttachRequest parse(String text) {
    String[] parts = text.substring(1).split(" ", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("'" + text + "' is no request of Mapscope's command line");
    }
    File jar = new File(URLDecoder.decode(parts[2], StandardCharsets.UTF_8));
    return new AttachRequest(parts[0], parts[1], jar, parts[3]);
  }
}
