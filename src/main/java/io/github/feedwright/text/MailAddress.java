package io.github.feedwright.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in the names of people: a name is public, an address only where asked for. */
public final class MailAddress {
  private static final String LOCAL = "[\\p{L}\\p{N}._%+'-]";

  /** With or without a label. A fediverse handle, which begins with an at sign, is no address. */
  private static final String ADDRESS =
      "(?<![@＠]|"
          + LOCAL
          + ")(?:(?i:e-?mail|mail(?:to)?):\\s*+)?+("
          + LOCAL
          + "++)[@＠][\\p{L}\\p{N}-]++(?:[.．][\\p{L}\\p{N}-]++)++";

  private static final Pattern ALONE = Pattern.compile(ADDRESS);

  private static final Pattern IN_BRACKETS =
      Pattern.compile("[(\\[{<（［＜]\\s*+" + ADDRESS + "\\s*+[)\\]}>）］＞]");

  /** What stood between the address and the name. */
  private static final Pattern AT_EDGES =
      Pattern.compile("^[\\s,;:/|–—-]++|(?<![\\s,;:/|–—-])[\\s,;:/|–—-]++$");

  private static final Pattern BEFORE_BRACKET =
      Pattern.compile("(?<![\\s,;:/|–—-])[\\s,;:/|–—-]++(?=[)\\]}>）］＞])");

  private static final Pattern BEFORE_COMMA = Pattern.compile("(?<!\\s)\\s++(?=[,;])");

  private static final Pattern BLANKS = Pattern.compile("\\s{2,}+");

  private MailAddress() {}

  /**
   * A name without the addresses in it, such as {@code Jo (he/him)} for {@code Jo (jo@example.org)
   * (he/him)}. Of a name that is only an address, what is before its sign stays.
   */
  public static String outOf(String name) {
    if (name.indexOf('@') < 0 && name.indexOf('＠') < 0) {
      return name;
    }
    Matcher address = ALONE.matcher(name);
    if (!address.find()) {
      return name;
    }
    String local = address.group(1);
    String left = ALONE.matcher(IN_BRACKETS.matcher(name).replaceAll(" ")).replaceAll(" ");
    left = BEFORE_COMMA.matcher(BEFORE_BRACKET.matcher(left).replaceAll("")).replaceAll("");
    left = AT_EDGES.matcher(BLANKS.matcher(left).replaceAll(" ")).replaceAll("");
    return left.isEmpty() ? local : left;
  }
}
