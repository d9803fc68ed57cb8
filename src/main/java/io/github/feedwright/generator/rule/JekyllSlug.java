package io.github.feedwright.generator.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** What Jekyll makes of a name in an address. */
public final class JekyllSlug {
  /** What its “pretty” slugs keep; everything else becomes a hyphen. */
  private static final Pattern NOT_PRETTY =
      Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");

  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private JekyllSlug() {}

  /** Its {@code :title}. */
  public static String pretty(String name) {
    return without(NOT_PRETTY, name);
  }

  /** Its {@code :slug}. */
  public static String plain(String name) {
    return without(NOT_PLAIN, name).toLowerCase(Locale.ROOT);
  }

  private static String without(Pattern refused, String name) {
    return ENDS.matcher(refused.matcher(name).replaceAll("-")).replaceAll("");
  }
}
