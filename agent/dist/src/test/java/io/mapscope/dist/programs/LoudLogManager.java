package io.mapscope.dist.programs;

import java.util.logging.LogManager;

/** Tells when somebody makes the JVM's LogManager. */
public final class LoudLogManager extends LogManager {
  public LoudLogManager() {
    System.out.println("the LogManager was made");
  }
}
