/**
 * Figures and names as people read them, the same in the text report, in findings and on the
 * console.
 *
 * <p>Pure functions from the records of {@link io.mapscope.profile} to text that is safe to print.
 */
package io.mapscope.profile.text;
