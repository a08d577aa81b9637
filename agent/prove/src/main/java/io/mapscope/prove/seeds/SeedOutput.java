package io.mapscope.prove.seeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A file that a result is written to, its format told by its ending. */
public record SeedOutput(Path file) {

  private static final List<String> ENDINGS = List.of(".md", ".json", ".svg");
  private static final String NAME = "seeds";

  /** The file {@code path}, or when that has none of the endings, all formats in a directory. */
  public static List<SeedOutput> of(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().anyMatch(name::endsWith)) {
      return List.of(new SeedOutput(path));
    }
    return ENDINGS.stream().map(ending -> new SeedOutput(path.resolve(NAME + ending))).toList();
  }

  /** Writes {@code result}; directories that are missing are made. */
  public void write(SeedResult result) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text(result), StandardCharsets.UTF_8);
  }

  private String text(SeedResult result) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return SeedJson.of(result);
    }
    return name.endsWith(".svg")
        ? SeedPlot.of(result)
        : Stream.concat(SeedMarkdown.of(result).stream(), Stream.of(""))
            .reduce((one, other) -> one + "\n" + other)
            .orElse("");
  }
}
