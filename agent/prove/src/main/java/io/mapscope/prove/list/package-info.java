/**
 * Maps of lists, made of what the JDK has for everything and made for appending alone: plain
 * classes that know nothing of workloads and measuring.
 */
package io.mapscope.prove.list;
