/**
 * Several reports as one: sums of what can be summed, and rules for what cannot, told at {@link
 * io.mapscope.profile.merge.MergedReport}.
 *
 * <p>Pure functions over the records of {@link io.mapscope.profile}. Findings are not merged: who
 * merges reports has the result advised anew.
 */
package io.mapscope.profile.merge;
