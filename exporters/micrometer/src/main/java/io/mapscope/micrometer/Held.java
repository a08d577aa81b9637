package io.mapscope.micrometer;

import io.micrometer.core.instrument.Meter;

/** A meter, and what it reads its value from: function meters hold that weakly. */
record Held(Meter meter, Cell cell) {}
