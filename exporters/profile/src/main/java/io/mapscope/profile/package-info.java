/**
 * The facts that every exporter speaks of: immutable records from {@link
 * io.mapscope.profile.Report} downwards; {@code json} holds their JSON form.
 *
 * <p>The collector of the agent makes them, and so do the readers of recordings and of JSON
 * reports; sinks, the report writer and the command line read them. A record is valid once it
 * exists: constructors check ranges and copy what they are given. Nothing here knows threads,
 * settings or where a file lies, and nothing here may use more than the JDK.
 */
package io.mapscope.profile;
