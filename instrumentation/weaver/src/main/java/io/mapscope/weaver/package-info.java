/**
 * Chooses which methods of which map class get which advice, and why, and does the weaving.
 *
 * <p>May use ASM and the recorder; knows nothing of time, threads, settings or reports. Data goes
 * in as class files from the JVM and out as class files to it.
 */
package io.mapscope.weaver;
