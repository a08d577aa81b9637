/**
 * What has become better and what worse between two reports: a pure function from both to a {@link
 * io.mapscope.report.comparison.Comparison}, and its forms as text, JSON and page.
 */
package io.mapscope.report.comparison;
