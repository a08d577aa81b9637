/**
 * The findings that a machine may mend, as a recipe for OpenRewrite in YAML, and why the others are
 * left: decided by what was recorded. What the source has to say decides {@code
 * mapscope-openrewrite}, whose recipes the file names; nothing here depends on it.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.report.openrewrite;
