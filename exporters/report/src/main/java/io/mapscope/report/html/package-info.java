/**
 * The report as one HTML file that needs nothing else: a template made at build time of {@code
 * src/main/page}, the report as JSON inside it, and the text report for where scripts are off.
 *
 * <p>What the page looks like is not decided here. Every text of the observed program gets into the
 * file through {@link io.mapscope.report.html.Escapes}.
 */
package io.mapscope.report.html;
