/** Programs that run under the agent while Flight Recorder records them. */
package io.mapscope.jmc.programs;
