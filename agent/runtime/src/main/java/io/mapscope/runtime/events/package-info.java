/**
 * Rare facts as Flight Recorder events, written on the thread that met them so that they carry its
 * stack. Knows the recorder's facts and the event types, nothing of the collector's accounts beyond
 * the names of sites. Runs inside the application's operations: no lock, no map, no text is made
 * here beyond a site's first event.
 */
package io.mapscope.runtime.events;
