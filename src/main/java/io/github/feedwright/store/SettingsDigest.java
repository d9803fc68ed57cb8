package io.github.feedwright.store;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.lang.reflect.RecordComponent;
import java.util.Set;

/**
 * A digest of the settings on which it may depend what a post becomes. Every setting counts unless
 * it is one of those that cannot matter: a setting that is new counts without anybody having to
 * think of it.
 */
final class SettingsDigest {
  /**
   * How the server listens and looks for changes, what it holds back, what else it answers, and
   * what is added to a post when it is rendered. Where files are does not matter either, only what
   * is in them.
   */
  private static final Set<String> UNRELATED =
      Set.of("notes", "ids", "guard", "http", "redirects", "gone", "watch");

  private static final String LINE = "line";

  private SettingsDigest() {}

  /** The digest; on which lines they are written does not matter. */
  static String of(Settings settings) {
    return Sha256.ofTexts(RecordText.of(settings, part -> isRelated(part) && isData(part)));
  }

  /** The digest, also of the lines on which they are written. */
  static String withLines(Settings settings) {
    return Sha256.ofTexts(RecordText.of(settings, SettingsDigest::isRelated));
  }

  /** The digest of all settings. */
  static String ofAll(Settings settings) {
    return Sha256.ofTexts(RecordText.of(settings, SettingsDigest::isData));
  }

  private static boolean isRelated(RecordComponent part) {
    return part.getDeclaringRecord() != Settings.class || !UNRELATED.contains(part.getName());
  }

  private static boolean isData(RecordComponent part) {
    return part.getType() != int.class || !LINE.equals(part.getName());
  }
}
