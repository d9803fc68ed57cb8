package io.github.feedwright.text.comment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the elements of a text end that is not parsed as HTML. */
public final class ElementEnds {
  private static final Set<String> VOID =
      Set.of(
          ("area base basefont bgsound br embed frame hr img input isindex keygen link meta param"
                  + " wbr")
              .split(" ", -1));

  private final String text;

  // From here on there is no such end: many starts and no end would be quadratic.
  private final Map<String, Integer> noneFrom = new HashMap<>();

  public ElementEnds(String text) {
    this.text = text;
  }

  /**
   * The index after the end tag of an element; -1 where it has none. A void element ends with its
   * start tag.
   *
   * @param name the element's name, in lower case
   * @param from the index after its start tag
   */
  public int end(String name, int from) {
    if (VOID.contains(name)) {
      return from;
    }
    if (from >= noneFrom.getOrDefault(name, Integer.MAX_VALUE)) {
      return -1;
    }
    Matcher tag =
        Pattern.compile("<(/?)" + name + "\\b[^<>]*>", Pattern.CASE_INSENSITIVE).matcher(text);
    int depth = 1;
    for (int at = from; tag.find(at); at = tag.end()) {
      depth += tag.group(1).isEmpty() ? 1 : -1;
      if (depth == 0) {
        return tag.end();
      }
    }
    noneFrom.put(name, from);
    return -1;
  }
}
