/**
 * The structures that the headline results are about, the naive and the advised ones: plain classes
 * without a notion of measuring.
 */
package io.mapscope.prove.seeds.form;
