package io.mapscope.prove.list;

import io.mapscope.profile.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which maps of lists could take the place of a concurrent map whose collections are changed where
 * they lie: the advised one first.
 */
public final class ListCandidates {

  /** The rule whose findings are about this. */
  public static final String RULE = "unsafe-list-values";

  /** What such a map is measured as: unguarded collections are broken, which has no speed. */
  public static final ListForm STAND_IN = ListForm.SYNCHRONIZED;

  /** Those that differ most come first. */
  private static final List<ListForm> USUAL =
      List.of(
          ListForm.IMMUTABLE,
          ListForm.APPEND_ONLY,
          ListForm.COMPUTED,
          ListForm.QUEUES,
          ListForm.COPY_ON_WRITE);

  private ListCandidates() {}

  /** Whether {@code finding} is about the values of a map, and not about the map. */
  public static boolean isAbout(Finding finding) {
    return finding.rule().equals(RULE);
  }

  /**
   * The forms to hold against {@link #STAND_IN}, {@code most} at most.
   *
   * @param findings those about this map
   */
  public static List<ListForm> of(List<Finding> findings, int most) {
    Set<ListForm> forms = new LinkedHashSet<>();
    for (Finding finding : findings) {
      @Nullable ListForm advised = advised(finding);
      if (advised != null) {
        forms.add(advised);
      }
    }
    forms.addAll(USUAL);
    return new ArrayList<>(forms).subList(0, Math.min(most, forms.size()));
  }

  /** The form that is what {@code finding} advises, or null when none here is. */
  public static @Nullable ListForm advised(Finding finding) {
    boolean immutable = finding.replacement().kind().equals("atomic-operation");
    return isAbout(finding) && immutable ? ListForm.IMMUTABLE : null;
  }
}
