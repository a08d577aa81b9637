package io.mapscope.weaver;

/** Keys of the operation tests: an enum, so that EnumMap can hold them; in their natural order. */
enum TestKey {
  A,
  B,
  C,
  D,
  ABSENT
}
