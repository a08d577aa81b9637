/**
 * How right forecasts are: programs that exist in a broken and in a fixed form are recorded, proved
 * and then measured for real. Knows such programs by the command line of their jar alone.
 */
package io.mapscope.prove.forecast;
