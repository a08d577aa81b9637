package io.mapscope.corpus;

/**
 * A program that shows one phenomenon of maps, in a broken and in a fixed form.
 *
 * <p>To add one, write one class and register it nowhere:
 *
 * <ol>
 *   <li>It lies in {@code io.mapscope.corpus.programs.RULE} (the rule's id without hyphens, or
 *       {@code healthy}), has a constructor without parameters, implements this interface and
 *       carries a {@link Label}. {@link Catalogue} finds it by being there.
 *   <li>Its comment says what happens and what the agent will see.
 *   <li>{@link #run} works until the deadline and returns, in both forms. It throws only when
 *       something is wrong with the program: exceptions that belong to the phenomenon are caught
 *       and counted by the program itself. Threads are started with {@link Crew}.
 *   <li>The phenomenon comes about by what the code does, not by luck: its shape (threads, mix of
 *       operations, sizes) is the same in every run, and it shows within {@link
 *       RunCommand#DEFAULT_SECONDS}. Memory is bounded, also when it runs for minutes.
 *   <li>The map's field is in the program's class, or the label names it in full.
 *   <li>The fixed form is the advised one and differs in nothing else. A healthy program has one
 *       form only and does not look at {@code fixed}.
 * </ol>
 *
 * <p>A program that needs a library in its broken and in its fixed release loads each in a class
 * loader of its own within {@code run}.
 */
public interface CorpusProgram {
  /**
   * Runs one form until the deadline.
   *
   * @param fixed which form
   */
  void run(boolean fixed, Deadline deadline) throws Exception;
}
