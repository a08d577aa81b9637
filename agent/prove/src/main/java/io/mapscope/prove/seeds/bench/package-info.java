/** What JMH runs for the headline results: a class for each, its form and size as parameters. */
package io.mapscope.prove.seeds.bench;
