/**
 * Reports for people and programs: the text that an engineer reads, the choice of format by file
 * ending, and files that appear complete or not at all.
 *
 * <p>Takes {@link io.mapscope.profile.Report}s and knows nothing of where they come from. Names in
 * a report were chosen by the program under observation and are not trusted: {@link
 * io.mapscope.profile.text.Printable} stands between them and a terminal.
 */
package io.mapscope.report;
