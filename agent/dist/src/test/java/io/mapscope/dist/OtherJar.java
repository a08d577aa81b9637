package io.mapscope.dist;

import io.mapscope.harness.EndToEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The agent's jar as another version of it could be. */
final class OtherJar {
  private static final String RECORDER = "inst/java/util/MapscopeErrors.classdata";
  private static final String FIELD = "unkept";
  private static final String OTHER_FIELD = "nukept";

  private OtherJar() {}

  /** The same code, under another version. */
  static Path withVersion(Path directory, String version) throws IOException {
    return copy(directory.resolve("newer.jar"), version, false);
  }

  /** A recorder that has a field of another name, which no JVM can change in a loaded class. */
  static Path withOtherRecorder(Path directory) throws IOException {
    return copy(directory.resolve("other.jar"), "8.8.8", true);
  }

  private static Path copy(Path copy, String version, boolean changeRecorder) throws IOException {
    try (JarFile jar = new JarFile(EndToEnd.agentJar().toFile())) {
      Manifest manifest = new Manifest(jar.getManifest());
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
      try (OutputStream out = Files.newOutputStream(copy);
          JarOutputStream to = new JarOutputStream(out, manifest)) {
        for (ZipEntry entry : entries(jar)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          to.write(content(jar, entry, changeRecorder));
          to.closeEntry();
        }
      }
    }
    return copy;
  }

  private static List<? extends ZipEntry> entries(JarFile jar) {
    return jar.stream().filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME)).toList();
  }

  private static byte[] content(JarFile jar, ZipEntry entry, boolean changeRecorder)
      throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] content = in.readAllBytes();
      return changeRecorder && entry.getName().equals(RECORDER) ? renamed(content) : content;
    }
  }

  /** Of the same length, so only the text in the constant pool changes. */
  private static byte[] renamed(byte[] classFile) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    return text.replace(FIELD, OTHER_FIELD).getBytes(StandardCharsets.ISO_8859_1);
  }
}
