package io.mapscope.report;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding for people: what is the matter, which map, what was measured, what to do, what to
 * look at before. Names come from the observed program; no control character of theirs gets
 * through.
 */
public final class FindingText {

  /** Narrower than this nothing can be laid out. */
  public static final int LEAST_COLUMNS = 60;

  /** How much is told beyond the headline. */
  public enum Detail {
    /** All there is, for reports. */
    WHOLE(true, 6, 40),
    /** What fits a block between an application's log lines; the measure names the map already. */
    COMPACT(false, 3, 12);

    private final boolean place;
    private final int texts;
    private final int snippetLines;

    Detail(boolean place, int texts, int snippetLines) {
      this.place = place;
      this.texts = texts;
      this.snippetLines = snippetLines;
    }
  }

  private final Finding finding;
  private final @Nullable MapProfile map;
  private final int columns;
  private final Style style;

  /**
   * The text of {@code finding}, not yet laid out.
   *
   * @param map the map that it is about, or null when it is not at hand
   * @param columns how wide a line may be, at least {@link #LEAST_COLUMNS}
   */
  public FindingText(Finding finding, @Nullable MapProfile map, int columns, Style style) {
    this.finding = finding;
    this.map = map;
    this.columns = Math.max(columns, LEAST_COLUMNS);
    this.style = style;
  }

  /** The first line alone, broken where it is too long; {@code before} stands before it. */
  public List<String> headline(String before) {
    String severity = finding.severity().jsonName();
    String head = before + severity + ": ";
    String title = Printable.of(finding.title());
    List<String> lines = new ArrayList<>(Paragraph.lines(head, DetailLines.INDENT, title, columns));
    String shown = style.severity(finding.severity(), severity);
    lines.set(0, before + shown + lines.get(0).substring(before.length() + severity.length()));
    return lines;
  }

  /** The headline and the details; a snippet too long for them is replaced by a line about it. */
  public List<String> lines(String before, Detail detail) {
    DetailLines out = new DetailLines(columns, style);
    if (detail.place) {
      place(out);
    }
    out.add("measured", finding.explanation());
    evidence(out, detail.texts);
    out.add("instead", instead(finding.replacement()));
    snippet(out, detail.snippetLines);
    String label = "mind";
    for (String caveat : finding.caveats()) {
      out.add(label, caveat);
      label = "";
    }
    ProvenGain gain = finding.provenGain();
    if (gain != null) {
      GainText.add(out, gain, detail.place);
    }
    out.add("rule", finding.rule() + ", " + Figures.percent(finding.confidence()) + " sure");
    List<String> lines = headline(before);
    lines.addAll(out.lines());
    return lines;
  }

  private void place(DetailLines out) {
    if (map == null) {
      return;
    }
    Site site = map.site();
    String made =
        (site.kind() == SiteKind.FIRST_USE ? "first used at " : "made at ") + site.frame();
    out.add("map", site.field() == null ? made : site.field() + ", " + made);
  }

  /** Figures and names on one line, lists (stacks, call sites) below, an item a line. */
  private void evidence(DetailLines out, int shownTexts) {
    String figures = EvidenceText.figures(finding.evidence());
    String label = "evidence";
    if (!figures.isEmpty()) {
      out.add(label, figures);
      label = "";
    }
    for (Map.Entry<String, Object> entry : finding.evidence().entrySet()) {
      if (entry.getValue() instanceof List<?> texts && !texts.isEmpty()) {
        out.add(label, EvidenceText.words(entry.getKey()) + ":");
        out.stack("", texts.stream().map(text -> "  " + text).toList(), shownTexts);
        label = "";
      }
    }
  }

  private static String instead(Replacement replacement) {
    String type = replacement.type();
    String kind = replacement.kind().replace('-', ' ');
    return type == null ? kind : type + " (" + kind + ")";
  }

  private void snippet(DetailLines out, int mostLines) {
    String snippet = finding.replacement().snippet();
    if (snippet == null) {
      return;
    }
    List<String> code = snippet.stripTrailing().replace("\t", "    ").lines().toList();
    if (code.size() > mostLines) {
      out.add("", "(" + Figures.counted(code.size(), "line") + " of code, see a report)");
    } else {
      code.forEach(line -> out.add("", line));
    }
  }
}
