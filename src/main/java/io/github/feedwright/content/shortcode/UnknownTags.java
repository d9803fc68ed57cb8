package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.shortcode.element.Figure;
import io.github.feedwright.content.shortcode.element.Players;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.template.TemplateValues;
import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.generator.UnknownGenerator;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is shown of tags whose meaning is not known, and what is reported of them. */
final class UnknownTags {
  /** Tags that print nothing, and those within others that are reported. */
  private static final Set<String> SILENT =
      Set.of(
          "assign",
          "set",
          "increment",
          "decrement",
          "layout",
          "break",
          "continue",
          "else",
          "elsif",
          "elif",
          "elseif",
          "when",
          "import",
          "include",
          "include_cached",
          "include_relative");

  /** Tags that do not only surround a text: what is between them may be shown or not. */
  private static final Set<String> CONTROL = Set.of("if", "unless", "case");

  /** Tags around what is shown once for each of some values, which are not known. */
  private static final Set<String> LOOPS = Set.of("for", "tablerow", "asyncEach", "asyncAll");

  /** Tags for small pictures, which readers hardly miss. */
  private static final Pattern DECORATION = Pattern.compile("(?i).*(?:avatar|icon).*");

  private static final Pattern ADDRESS =
      Pattern.compile("[(]?(?:url\\s*[=:]\\s*)?[\"']?(https?://[^\\s\"'),]+)");

  private final Generator generator;
  private final ContentProblems problems;
  private final TemplateValues values;

  /** The names of the tags in the text that end others. */
  private final Set<String> ends;

  UnknownTags(
      Generator generator, ContentProblems problems, TemplateValues values, Set<String> ends) {
    this.generator = generator;
    this.problems = problems;
    this.values = values;
    this.ends = ends;
  }

  /** The names of the tags in a text that end others. */
  static Set<String> ends(String text) {
    Set<String> names = new HashSet<>();
    TagScanner scanner = new TagScanner(text);
    for (Tag tag = scanner.next(0); tag != null; tag = scanner.next(tag.end())) {
      if (!tag.isOpening()) {
        names.add(tag.name());
      }
    }
    return names;
  }

  /** Whether the text up to the end of a tag is not shown where the tag is run. */
  static boolean holdsNoText(Tag tag) {
    return tag.isLiquidTag()
        && (LOOPS.contains(tag.name()) || tag.is("capture") || tag.is("macro"));
  }

  /** Reports that the text up to the end of a tag is not shown; nobody misses a macro's. */
  void reportText(Tag tag, int index) {
    if (LOOPS.contains(tag.name())) {
      problems.ofTag(
          index,
          tag.kind() + " is not run, and the text up to its end is left out; write out its text");
    }
  }

  /**
   * What is shown of a tag: nothing where a generator would run it, else the tag.
   *
   * @param index its index in the body
   * @param written the tag as it is written
   */
  String shown(Tag tag, int index, String written, TagPlace place) {
    if (!generator.runs(tag.open())) {
      return asText(tag, index, written);
    }
    remember(tag);
    if (!tag.isOpening() || SILENT.contains(tag.name())) {
      return "";
    }
    if ("\"'".indexOf(tag.name().charAt(0)) >= 0) {
      problems.noteTag(
          index, tag.kind() + " has a filter that is not known, so its text is shown without it");
      return tag.name().substring(1, tag.name().length() - 1);
    }
    if (tag.isLink() && tag.isLiquidTag()) {
      String link = Quoted.of(written);
      problems.ofTag(
          index, link + " leads to no post and is left out; write the address of its page");
      return "";
    }
    if (CONTROL.contains(tag.name()) && tag.isLiquidTag()) {
      problems.ofTag(
          index,
          tag.kind() + " is not run, and the text up to its end is shown once; write out its text");
      return "";
    }
    return shownOfUnknown(tag, index, place);
  }

  /** A known generator that does not run a tag shows it, too. */
  private String asText(Tag tag, int index, String written) {
    boolean isText =
        !generator.equals(NoGenerator.INSTANCE) && !generator.equals(UnknownGenerator.INSTANCE);
    if (tag.isOpening() && !isText) {
      problems.at(index, ContentProblems.unknown(written));
    }
    return written.replace("<", "&lt;").replace(">", "&gt;");
  }

  private String shownOfUnknown(Tag tag, int index, TagPlace place) {
    String named = tag.kind() + " is not known";
    if (isClosed(tag)) {
      problems.noteTag(index, named + " and is left out; the text up to its end is kept");
      return "";
    }
    String byShape = byShape(tag, place);
    if (byShape != null) {
      problems.noteTag(index, named + "; what it names is shown as an image or a link");
      return byShape;
    }
    String words = place == TagPlace.ADDRESS ? null : Players.words(tag.arguments());
    if (words != null) {
      problems.noteTag(index, named + "; its words are shown as text");
      return words;
    }
    if (DECORATION.matcher(tag.name()).matches()) {
      problems.noteTag(index, named + " and is left out");
    } else {
      problems.ofTag(index, named + " and is left out; write out what it shows");
    }
    return "";
  }

  private void remember(Tag tag) {
    if (tag.isLiquidTag() && (tag.is("assign") || tag.is("set"))) {
      values.assign(tag);
    }
  }

  /** Whether a tag of the text ends it; one named only {@code end} ends any of Zola's. */
  private boolean isClosed(Tag tag) {
    return tag.isHugo()
        ? ends.contains("/" + tag.name())
        : ends.contains("end" + tag.name()) || (tag.isLiquidTag() && ends.contains("end"));
  }

  /** An image or a link where it names an image file or an address; null if neither. */
  private @Nullable String byShape(Tag tag, TagPlace place) {
    Map<String, String> arguments = tag.arguments();
    arguments.replaceAll((name, value) -> ShownText.of(value));
    String figure = place == TagPlace.OWN_LINE ? Figure.naming(arguments) : null;
    String shown = figure == null && place != TagPlace.ADDRESS ? Players.named(arguments) : figure;
    if (shown != null || place != TagPlace.OWN_LINE) {
      return shown;
    }
    Matcher written = ADDRESS.matcher(tag.rest());
    if (written.lookingAt()) {
      return Players.link(written.group(1));
    }
    String variable = values.variable(arguments.getOrDefault("0", ""));
    return variable != null && ADDRESS.matcher(variable).matches() ? Players.link(variable) : null;
  }
}
