/**
 * The rules of the advisor, one per file: {@code UnsafeSharedMap} is {@code unsafe-shared-map}.
 *
 * <p>A rule reads a profile and the situation and writes a {@link io.mapscope.advisor.Draft};
 * classes here that are no rules hold what several rules share.
 */
package io.mapscope.advisor.rules;
