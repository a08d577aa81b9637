package io.mapscope.jfr;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * The room on the disk where Flight Recorder keeps what is being recorded. On a full one it ends
 * the JVM: by intent since JDK 19 (JDK-8280684), by a failed guarantee before. So there is to be
 * none of our recordings, and no stream, where little room is left.
 *
 * <p>Asks the file system alone, so it may be used in a JVM without Flight Recorder.
 */
public final class RepositorySpace {

  /** What others write while nobody looks should fit in: a look comes every second. */
  static final long LEAST_BYTES = 64L << 20;

  private static final int MEGABYTE_BITS = 20;

  /** Set by Flight Recorder when it has a repository, which it makes with the first recording. */
  private static final String REPOSITORY = "jdk.jfr.repository";

  private static final String TEMPORARY = "java.io.tmpdir";

  private RepositorySpace() {}

  /** That there is too little room, as a clause; null when there is enough or nobody can tell. */
  public static @Nullable String shortage() {
    String folder = System.getProperty(REPOSITORY);
    if (folder == null) {
      folder = System.getProperty(TEMPORARY);
    }
    return folder == null ? null : shortageIn(new File(folder));
  }

  static @Nullable String shortageIn(File folder) {
    long usable = folder.getUsableSpace();
    boolean known = folder.getTotalSpace() > 0;
    if (!known || usable >= LEAST_BYTES) {
      return null;
    }
    return "only "
        + (usable >> MEGABYTE_BITS)
        + " MB are left on the disk of "
        + folder
        + ", where Flight Recorder works, and it ends the JVM when that is full (JDK-8280684)";
  }
}
