/**
 * The proof that probes and cells are published safely: jcstress tests of the woven JDK classes.
 *
 * <p>Each test puts two threads into one race that the recorder's Javadoc argues about, and grades
 * what may be seen. The classes are woven by the product's weaver, under an agent that lacks the
 * collector: the tests themselves read what was counted. May look into the recorder's private
 * members, by reflection in {@link io.mapscope.stress.Recorded} alone.
 */
@NullMarked
package io.mapscope.stress;

import org.jspecify.annotations.NullMarked;
