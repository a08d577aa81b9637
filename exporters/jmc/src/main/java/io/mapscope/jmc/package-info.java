/**
 * The advisor's rules as rules of JDK Mission Control (JMC), one for one.
 *
 * <p>From the events of a recording that JMC has parsed, the reader of {@code io.mapscope.jfr} puts
 * the report together once more and the advisor judges it, so that JMC says what {@code mapscope
 * report} says about the same recording; {@code mapscope.Finding} events are not read, they may be
 * older than the newest figures. A rule here only picks its findings and words them for JMC.
 *
 * <p>May touch JMC's core libraries (common, flightrecorder, flightrecorder.rules), not its windows
 * and not its own rules.
 */
package io.mapscope.jmc;
