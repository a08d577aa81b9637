/** Programs that serialize maps a known number of times and print what they did. */
package io.mapscope.serializers.programs;
