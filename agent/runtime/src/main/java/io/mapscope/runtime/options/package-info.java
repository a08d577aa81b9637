/**
 * The agent's options: what there is, where values come from, what is wrong with them. Knows
 * nothing of what the options do.
 */
package io.mapscope.runtime.options;
