package io.mapscope.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.util.MapscopeReentry;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver made of the JDK's classes when the agent was built, to be taken where this JVM
 * has the very same class: loading ASM, weaving with it and compiling it took more than half of the
 * CPU before {@code main} (docs/overhead.md).
 *
 * <p>Found by the class's name, the length of its file and two checksums, which are native code; a
 * digest would load its providers. Any other file, of another JDK or changed by another agent, is
 * woven here and now.
 */
public final class Prewoven {
  private static final String FOLDER = "io/mapscope/weaver/prewoven/";

  /** So many classes that are not there, and none that is: the JDK is another one. */
  private static final int TRIES = 4;

  private int tries;
  private boolean isKnownJdk;

  /** The name of the resource that is what {@code classFile} becomes. */
  public static String resource(String className, byte[] classFile) {
    CRC32 crc = new CRC32();
    crc.update(classFile);
    Adler32 adler = new Adler32();
    adler.update(classFile);
    return FOLDER
        + className
        + '-'
        + classFile.length
        + '-'
        + Long.toHexString(crc.getValue() << Integer.SIZE | adler.getValue());
  }

  /** What {@code classFile} was woven to when the agent was built; null when it is another one. */
  byte @Nullable [] find(String className, byte[] classFile) throws IOException {
    if (!isKnownJdk && tries++ >= TRIES) {
      return null;
    }
    int work = MapscopeReentry.beginWork();
    try {
      byte[] woven = read(className, classFile);
      isKnownJdk |= woven != null;
      return woven;
    } finally {
      MapscopeReentry.endWork(work);
    }
  }

  /** The same, of a class that is not the JDK's. */
  static byte @Nullable [] read(String className, byte[] classFile) throws IOException {
    ClassLoader loader = Prewoven.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource(className, classFile))) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
