/**
 * What the end-to-end tests run in child JVMs: small programs that know the truth about themselves.
 */
package io.mapscope.dist.programs;
