package io.mapscope.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A child for the harness's own tests: does what its first argument says. */
final class Talker {
  private Talker() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "exit" -> System.exit(Integer.parseInt(args[1]));
      case "print" -> System.out.println(args[1]);
      case "warn" -> System.err.println(args[1]);
      case "property" -> System.out.println(System.getProperty(args[1]));
      case "variable" -> System.out.println(System.getenv(args[1]));
      case "flood" -> flood(Integer.parseInt(args[1]));
      case "serve" -> serve(Path.of(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void flood(int lines) {
    final String line = "x".repeat(1023);
    for (int i = 0; i < lines; i++) {
      System.out.println(line);
      System.err.println(line);
    }
  }

  /** Runs until it is told to end and leaves a file then, like a server with a shutdown hook. */
  private static void serve(Path farewell) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(farewell)));
    System.out.println("ready");
    System.err.println("warm");
    new CountDownLatch(1).await();
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "bye");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
