package io.mapscope.report.sarif;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of findings that stay when lines move: made of rule, map class, class, method and field.
 * Findings that are alike in all of these are numbered in the order of the report.
 */
final class Fingerprints {

  /** The key in {@code partialFingerprints}; another way to make them gets another number. */
  static final String KEY = "mapscopeSite/v1";

  private static final int HEX_DIGITS = 32;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The fingerprint of the next finding. */
  String next(Finding finding, @Nullable MapProfile map) {
    String parts = map == null ? finding.rule() + '\0' + finding.map() : parts(finding, map);
    return hash(parts) + ":" + seen.merge(parts, 1, Integer::sum);
  }

  private static String parts(Finding finding, MapProfile map) {
    Site site = map.site();
    return String.join(
        "\0",
        finding.rule(),
        map.mapClass(),
        site.className(),
        site.method(),
        String.valueOf(site.field()));
  }

  private static String hash(String parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
