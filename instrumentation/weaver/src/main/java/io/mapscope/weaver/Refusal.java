package io.mapscope.weaver;

/** A class that was left as it is, and why. */
public record Refusal(String className, String reason) {}
