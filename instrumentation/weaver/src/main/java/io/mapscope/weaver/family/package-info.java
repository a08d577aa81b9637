/**
 * One class per map family: which of its methods are operations in the user's sense, how their
 * outcome is told, and why. Read against the sources of JDK 17 and 25; a method that is expected
 * and absent turns the class off with a reason (see {@code ClassPlan}).
 */
package io.mapscope.weaver.family;
