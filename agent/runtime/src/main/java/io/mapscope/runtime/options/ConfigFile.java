package io.mapscope.runtime.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The options in a properties file, in the order of the file.
 *
 * <p>Other than in {@link Properties} a key may stand there twice: a list may be given so, and all
 * else is a mistake that would otherwise be lost.
 */
final class ConfigFile {
  /** Far more than all options take; a device or a wrong file may have no end. */
  private static final int MOST_BYTES = 1 << 20;

  /** An option as it stands in the file. */
  record Line(String name, String value) {}

  private final List<Line> lines = new ArrayList<>();

  private ConfigFile() {}

  /**
   * Reads {@code file}, UTF-8 of at most 1 MiB.
   *
   * @throws IOException saying what it is when it is no such file
   * @throws IllegalArgumentException when it is no properties file, or its name no name of a file
   */
  static ConfigFile read(String file) throws IOException {
    ConfigFile config = new ConfigFile();
    config.new Lines().load(new StringReader(text(Path.of(file))));
    return config;
  }

  List<Line> lines() {
    return lines;
  }

  private static String text(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it has more than " + MOST_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException problem) {
      throw new IOException("it is no UTF-8", problem);
    }
  }

  /** Hears of every line, where {@link Properties} itself would keep the last of its key. */
  private final class Lines extends Properties {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object name, Object value) {
      lines.add(new Line((String) name, (String) value));
      return super.put(name, value);
    }
  }
}
