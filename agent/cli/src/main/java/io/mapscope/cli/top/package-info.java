/**
 * The live table of the maps of a running JVM: rows from two successive reports, a screen that is
 * lines of text, and the terminal that shows them. Only the last knows a terminal library.
 */
package io.mapscope.cli.top;
