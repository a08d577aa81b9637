/**
 * Whom threads waited for: monitor waits as Flight Recorder reports them, and what they and the
 * waits for locks belong to. The stream's own thread only adds up; attribution runs on the
 * collector's. Knows sites by {@link io.mapscope.runtime.contention.ContendedSite}, not the ledger.
 */
package io.mapscope.runtime.contention;
