/**
 * The governor's reasons, apart from the thread that acts on them: what counting costs, how much of
 * it a budget allows, when windows open, and what a count taken in windows says about all that
 * happened. Pure: no clock, no thread, nothing of the recorder.
 */
@NullMarked
package io.mapscope.runtime.govern;

import org.jspecify.annotations.NullMarked;
