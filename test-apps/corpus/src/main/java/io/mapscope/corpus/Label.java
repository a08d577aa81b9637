package io.mapscope.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a program is called and what the advisor should say about it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Label {
  /** The name on the command line: words with hyphens, unique in the corpus. */
  String name();

  /** Ids of the rules that must be found in the broken form; none for a healthy program. */
  String[] rules() default {};

  /**
   * The map the rules must be found on; empty for a healthy program.
   *
   * <p>{@code table}: a field of the program's class. {@code load()}: the map is in no field, and
   * made in this method of the program's class. {@code $Stripe.table}: a field of its nested class.
   * {@code com.acme.Routes.table} or {@code com.acme.Routes.load()}: the same of another class.
   */
  String map() default "";

  /**
   * Ids of further rules that are true of that map in its broken form, for which the program was
   * not written: whether they are found counts neither for nor against the advisor.
   */
  String[] also() default {};

  /**
   * What the fixed form is, where that is another than what a finding of the rules advises: what it
   * gains says nothing about the advice then.
   */
  String fix() default "";

  /** Where the case comes from: an issue, a paper, a scenario. */
  String source();
}
