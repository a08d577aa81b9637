/** A program whose maps do everything that the dashboard shows; run under the agent. */
package io.mapscope.dashboards.programs;
