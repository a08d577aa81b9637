/**
 * Findings as a SARIF 2.1.0 log, the form in which code review tools and editors take results.
 *
 * <p>A pure function from reports and the places of source files to text. The rules' descriptions
 * come from {@link io.mapscope.advisor}; all else a log needs is in the report.
 */
package io.mapscope.report.sarif;
