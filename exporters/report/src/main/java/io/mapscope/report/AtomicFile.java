package io.mapscope.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a text file that appears complete or not at all, even if the JVM dies while writing.
 *
 * <p>The text goes to a temporary file in the same directory, which only its owner may read, is
 * forced to the disk and then moved over the destination in one step. The destination keeps the
 * temporary file's permissions, whatever those of an older file were.
 *
 * <p>A symbolic link at the destination is replaced, not followed: in a directory where others may
 * write, such as {@code /tmp}, it could be theirs and lead to any file of this user. The temporary
 * name is random and taken only if nothing has it, so no link waits there either. Links among the
 * directories above are followed.
 */
public final class AtomicFile {

  /** What to write; may fail, the destination is then as it was before. */
  @FunctionalInterface
  public interface Content {
    /** Appends the whole text. */
    void writeTo(Appendable out) throws IOException;
  }

  private AtomicFile() {}

  /** Writes {@code content} as UTF-8 to {@code destination}, whether it exists or not. */
  public static void write(Path destination, Content content) throws IOException {
    Path target = destination.toAbsolutePath();
    Path temporary =
        Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
    try {
      fill(temporary, content);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void fill(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }
}
