package io.github.feedwright.content.markdown.block;

import java.util.Locale;
import java.util.Set;

/** The kinds of admonitions that GitHub, Obsidian, Docusaurus, VuePress, MkDocs and MyST know. */
final class AdmonitionKind {
  private static final Set<String> KNOWN =
      Set.of(
          "abstract",
          "admonition",
          "attention",
          "bug",
          "caution",
          "check",
          "cite",
          "danger",
          "details",
          "done",
          "error",
          "example",
          "fail",
          "failure",
          "faq",
          "help",
          "hint",
          "important",
          "info",
          "information",
          "missing",
          "note",
          "question",
          "quote",
          "seealso",
          "success",
          "summary",
          "tip",
          "tldr",
          "todo",
          "warning");

  private AdmonitionKind() {}

  static boolean isKnown(String word) {
    return KNOWN.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The words for a kind. */
  static String label(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "faq" -> "FAQ";
      case "seealso" -> "See also";
      case "tldr" -> "TL;DR";
      default -> lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    };
  }
}
