package io.github.feedwright.post.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several authors in one text. */
public final class AuthorList {
  /** What belongs to the name before its comma. */
  private static final Pattern SUFFIX =
      Pattern.compile("(?i)(?:jr|sr|ph\\.?d|m\\.?d|esq)\\.?|II|III|IV");

  private static final Pattern AND = Pattern.compile("^(?:and|&)\\s+(?=\\S)");

  private AuthorList() {}

  /**
   * The names, of which none is empty. A name in quotation marks may contain separators; {@code
   * Jr.} stays with its name, and the {@code and} after the last comma is no part of one.
   *
   * @param separators the characters that end a name
   */
  public static List<String> split(String text, String separators) {
    List<String> names = new ArrayList<>();
    Matcher parts =
        Pattern.compile(
                "\\s*+(\"[^\"\\n]*+\"(?=\\s*(?:[" + separators + "]|$))|[^" + separators + "]*+)")
            .matcher(text);
    int at = 0;
    while (at <= text.length() && parts.find(at) && parts.start() == at) {
      add(names, parts.group(1).strip());
      at = Math.max(parts.end(), at) + 1;
    }
    return names;
  }

  private static void add(List<String> names, String part) {
    if (part.isEmpty()) {
      return;
    }
    int last = names.size() - 1;
    if (last >= 0 && SUFFIX.matcher(part).matches()) {
      names.set(last, names.get(last) + ", " + part);
    } else {
      String name = names.isEmpty() ? part : AND.matcher(part).replaceFirst("");
      boolean isQuoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
      names.add(isQuoted ? name.substring(1, name.length() - 1).strip() : name);
    }
  }
}
