/**
 * A peer that is an agent: what one would write with Byte Buddy in an afternoon to count the
 * operations of each map. {@code Overhead} attaches this jar for it.
 */
@NullMarked
package io.mapscope.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
