/** What the child JVMs run. Uses the libraries as their users do and knows nothing of the agent. */
package io.mapscope.othermaps.programs;
