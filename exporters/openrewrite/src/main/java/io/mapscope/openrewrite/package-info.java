/**
 * Recipes for OpenRewrite that mend the map of one finding where its source shows that nothing else
 * changes; the file that names them comes from {@code report --openrewrite}.
 *
 * <p>They know OpenRewrite and the JDK and nothing of the agent: a build that mends its source
 * needs this jar alone.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.openrewrite;
