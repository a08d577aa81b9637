package io.mapscope.dist;

import io.mapscope.dist.programs.Retransformer;
import io.mapscope.dist.programs.Tallied;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * The jar of another agent: its manifest, and what it brings to the boot class path. The agent's
 * class itself is on the application's class path.
 */
final class RetransformerJar {
  /** What the JVM says when something is appended to its boot class path. */
  static final String NOTICE = "Sharing is only supported";

  private RetransformerJar() {}

  static Path in(Path directory) throws IOException {
    Path jar = directory.resolve("retransformer.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Retransformer.class.getName());
    attributes.putValue("Agent-Class", Retransformer.class.getName());
    attributes.putValue("Boot-Class-Path", jar.getFileName().toString());
    attributes.putValue("Can-Retransform-Classes", "true");
    String board = Tallied.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in = Tallied.class.getResourceAsStream("/" + board)) {
      out.putNextEntry(new ZipEntry(board));
      Objects.requireNonNull(in, board).transferTo(out);
    }
    return jar;
  }
}
