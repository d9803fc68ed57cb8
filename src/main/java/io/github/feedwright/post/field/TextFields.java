package io.github.feedwright.post.field;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the title, summary and excerpt separator of a post. */
public final class TextFields {
  private static final List<String> MATH =
      List.of("math", "mathjax", "katex", "latex", "use_math", "usemathjax", "has_math");

  /** Besides {@link Flag#NO}: themes test whether the value is true in their template language. */
  private static final Set<String> NONE = Set.of("0", "none", "null", "nil", "disable", "disabled");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextFields() {}

  /**
   * The title on one line, else the words of the file name; empty for a note without a title, whose
   * file name has no words or whose author wrote {@code title: ""}.
   */
  public static String title(Fields fields, PostName name, Generator generator) {
    Value title = fields.value("title");
    if (title != null) {
      return oneLine(title.text());
    }
    if (fields.isQuotedBlank("title")) {
      return "";
    }
    String words = name.words();
    String generators = words.isEmpty() ? null : generator.titleOf(name.slug());
    return generators == null ? words : generators;
  }

  /** The first summary key with a text, or null. */
  static @Nullable String summary(Fields fields, FieldProblems report) {
    for (Value value : fields.values("excerpt", "summary", "description", "intro")) {
      // Some themes also use these keys to switch a summary on and off.
      if (value.flag() == Flag.UNCLEAR) {
        return oneLine(value.text());
      }
    }
    return null;
  }

  /** The separator between the excerpt and the rest; it may consist of line ends only. */
  static @Nullable String excerptSeparator(Fields fields) {
    String lineEnds = fields.lineEnds("excerpt_separator");
    Value separator = lineEnds == null ? fields.value("excerpt_separator") : null;
    return separator == null ? lineEnds : separator.text();
  }

  /** Whether the text contains TeX, by the keys that make themes load MathJax or KaTeX; or null. */
  public static @Nullable Boolean math(Fields fields) {
    List<Fields> places = new ArrayList<>(List.of(fields));
    for (String key : List.of("extra", "params")) {
      Fields nested = fields.nested(key);
      if (nested != null) {
        places.add(nested);
      }
    }
    for (Fields each : places) {
      for (String key : MATH) {
        Boolean says = says(each, key);
        if (says != null) {
          return says;
        }
      }
    }
    return null;
  }

  /** Anything but a no is a yes, such as the name of what sets it. */
  private static @Nullable Boolean says(Fields fields, String key) {
    Fields nested = fields.nested(key);
    List<Value> values = nested == null ? fields.anyShape(key) : nested.anyShape("enable");
    if (values.isEmpty()) {
      return nested == null ? null : true;
    }
    Value said = values.get(0);
    return said.flag() != Flag.NO && !NONE.contains(said.text().toLowerCase(Locale.ROOT));
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }
}
