/**
 * The forms a map can have in a replay: what programs use, and what could take its place. They know
 * nothing of what is replayed and nothing of measuring.
 */
package io.mapscope.prove.form;
