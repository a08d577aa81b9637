/** Serialization libraries under the agent, compared with what the programs know they did. */
package io.mapscope.serializers;
