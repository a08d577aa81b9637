/**
 * The JSON form of a report and of its parts, written and read: {@link
 * io.mapscope.profile.json.ReportJson}, {@link io.mapscope.profile.json.FactsJson} and, for what
 * cannot be read, {@link io.mapscope.profile.json.MalformedReport}; {@link
 * io.mapscope.profile.json.JsonWriter} for other documents; all else is for them alone.
 *
 * <p>Nothing here may use more than the JDK, because it runs inside the observed JVM.
 */
package io.mapscope.profile.json;
