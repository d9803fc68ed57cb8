package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.dialect.Comments;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.markdown.TextRange;
import io.github.feedwright.content.shortcode.element.Figure;
import io.github.feedwright.content.shortcode.element.Quotation;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.template.Branches;
import io.github.feedwright.content.template.Conditions;
import io.github.feedwright.content.template.TemplateValues;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.comment.PlainComments;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the tags that other generators would execute with what they mean: Liquid (Jekyll, Hexo),
 * shortcodes of Hugo and Zola.
 */
public final class ShortcodeTags {
  private final BodyText body;
  private final String text;
  private final ShortcodeExpander meanings;
  private final Generator generator;
  private final ContentProblems problems;
  private final UnknownTags unknown;
  private final long limit;
  private final Comments comments;
  private final Branches branches;
  private final StringBuilder out = new StringBuilder();

  /** How many characters of the body that its author wrote are no longer before an index. */
  private final int gone;

  /** What ends the open quotations and figures, by the index of their end. */
  private final SortedMap<Integer, String> footers = new TreeMap<>();

  public ShortcodeTags(
      BodyText written, Post post, Settings settings, UrlResolver urls, ContentProblems problems) {
    this.generator = settings.posts().generator();
    this.text = generator.runs("{%") ? FencedRaw.moved(written.text()) : written.text();
    this.body = text.equals(written.text()) ? written : written.with(text);
    this.problems = problems;
    this.limit = settings.limits().html();
    this.meanings = new ShortcodeExpander(post, settings, urls, body.budget(), body);
    // To find comments may cost a parse, and most posts have no tags.
    boolean hasTags = new TagScanner(text).next(0) != null;
    this.comments = hasTags ? Comments.ofTemplate(body) : Comments.none(body);
    Set<String> ends = hasTags ? UnknownTags.ends(text) : Set.of();
    this.unknown = new UnknownTags(generator, problems, meanings.values(), ends);
    Conditions conditions = new Conditions(meanings.values(), settings.posts().written());
    this.branches = new Branches(body, 0, conditions, problems);
    this.gone = 0;
  }

  /** The same after a comment that ends at an index, once it is gone. */
  private ShortcodeTags(ShortcodeTags before, int end) {
    this.text = before.out + before.text.substring(end);
    this.body = before.body.with(text);
    this.problems = before.problems;
    this.limit = before.limit;
    this.meanings = before.meanings;
    this.generator = before.generator;
    this.unknown = before.unknown;
    this.comments = Comments.ofTemplate(body);
    int moved = end - before.out.length();
    this.gone = before.gone + moved;
    before.footers.tailMap(end).forEach((at, footer) -> footers.put(at - moved, footer));
    this.branches = before.branches.moved(body, before.out.length(), moved);
  }

  /**
   * The body's text with its shortcodes expanded.
   *
   * @throws TooCostly if that is much longer
   */
  public String expand() {
    return expand(0);
  }

  private String expand(int from) {
    TagScanner scanner = new TagScanner(text);
    int at = from;
    out.append(text, 0, from);
    for (Tag tag = scanner.next(at); tag != null; tag = scanner.next(at)) {
      out.append(text, at, tag.start());
      TextRange code = codeAt(tag);
      boolean isRun = code == null && tag.open().length() == 2 && generator.runs(tag.open());
      int before = out.length();
      at = code == null ? replace(tag, scanner) : inCode(tag, scanner, code);
      if (isRun && out.length() == before) {
        at = trimmed(tag, at);
      }
      if (code == null && tag.is("comment") && beganInside(tag, at)) {
        // Without the comment, what follows is perhaps no code, or other code.
        return new ShortcodeTags(this, at).expand(out.length());
      }
      if (out.length() > text.length() + limit) {
        // Some fifteen characters can expand to a title of 64 KiB.
        throw CappedOutput.tooLarge(limit);
      }
    }
    return at == 0 ? text : out.append(text, at, text.length()).toString();
  }

  /** A dash in a tag takes the blanks on its side away; what shows something keeps its place. */
  private int trimmed(Tag tag, int end) {
    int length = out.length();
    while (text.startsWith("-", tag.start() + 2)
        && length > 0
        && Character.isWhitespace(out.charAt(length - 1))) {
      length--;
    }
    out.setLength(length);
    return text.startsWith("-", end - 3) ? afterBlanks(end) : end;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The code that a tag is in, or null; a comment is one in TeX, too. */
  private @Nullable TextRange codeAt(Tag tag) {
    boolean isComment = tag.isLiquidTag() && (tag.is("comment") || tag.is(Tag.COMMENT));
    return isComment && body.code().isTex(tag.start()) ? null : body.code().at(tag.start());
  }

  /** Whether the code at an index began in the comment before it. */
  private boolean beganInside(Tag comment, int end) {
    TextRange code = body.code().at(end);
    return code != null && code.start() > comment.start() && code.start() < end;
  }

  /** In code, only {@code raw} has a meaning: it hides the rest from Liquid. */
  private int inCode(Tag tag, TagScanner scanner, TextRange code) {
    if (tag.is(Tag.ESCAPED)) {
      out.append(body.isMarkdown() ? tag.shown() : Escape.text(tag.shown()));
      return tag.end();
    }
    Tag end = tag.is("raw") ? scanner.end(tag) : null;
    if (end == null || end.end() > code.end()) {
      out.append(text, tag.start(), tag.end());
      return tag.end();
    }
    return raw(tag, end);
  }

  private int replace(Tag tag, TagScanner scanner) {
    // For nested ones, the same end would be searched again and again.
    Tag end = tag.isBlock() && !isInner(tag) ? scanner.end(tag) : null;
    if (end != null) {
      return block(tag, end);
    }
    if (tag.is(Tag.COMMENT)) {
      return tag.end();
    }
    if (tag.is("comment") && tag.isLiquidTag()) {
      problems.at(tag.start() + gone, PlainComments.unclosed("{% endcomment %}"));
      return text.length();
    }
    int comment = comments.end(tag.start());
    boolean isRun = generator.runs(tag.open());
    int after = branches.after(tag, isRun, comment, tag.start() + gone);
    if (after >= 0) {
      return after;
    }
    if (comment >= 0) {
      // Nobody sees what it would be.
      out.append(text, tag.start(), tag.end());
      return tag.end();
    }
    return replace(tag, scanner, isRun);
  }

  /** Replaces a tag that is shown. */
  private int replace(Tag tag, TagScanner scanner, boolean isRun) {
    Tag last = isRun && UnknownTags.holdsNoText(tag) ? scanner.endOfNested(tag) : null;
    if (last != null) {
      return withoutText(tag, last);
    }
    String footer = footers.get(tag.start());
    if (footer != null) {
      return endElement(tag, footer);
    }
    Tag figureEnd = Figure.mayHoldText(tag) ? scanner.endOfNested(tag) : null;
    if (figureEnd != null && isRun) {
      return beginElement(tag, figureEnd, "<figure>", Figure.end(tag));
    }
    if (tag.is(Tag.ESCAPED)) {
      out.append(Escape.text(tag.shown()));
      return tag.end();
    }
    String meaning = meanings.of(tag);
    if (meaning == null) {
      String written = text.substring(tag.start(), tag.end());
      out.append(unknown.shown(tag, tag.start() + gone, written, TagPlace.of(text, tag)));
    } else {
      append(meaning, tag);
    }
    return tag.end();
  }

  private void append(String meaning, Tag tag) {
    if (tag.isLink()) {
      // Jekyll's idiom {{ site.url }}{% post_url x %} would otherwise name the site twice.
      out.setLength(withoutBase());
    }
    out.append(meaning);
    if (meaning.endsWith(">")
        && text.startsWith("\n", tag.end())
        && TagPlace.lead(text, tag) != null) {
      // HTML on its own line would include the lines below, up to a blank one.
      out.append('\n');
    }
  }

  /** Leaves a block out, whose text is for later, or for each of some values. */
  private int withoutText(Tag tag, Tag end) {
    if (tag.is("capture")) {
      meanings.values().capture(tag, text.substring(tag.end(), end.start()));
    } else {
      unknown.reportText(tag, tag.start() + gone);
    }
    return end.end();
  }

  private int withoutBase() {
    TemplateValues values = meanings.values();
    int start = out.length();
    for (String each : new String[] {values.base(), values.host(), values.path()}) {
      if (!each.isEmpty() && out.length() >= each.length() && ends(each)) {
        return start - each.length();
      }
    }
    return start;
  }

  private boolean ends(String suffix) {
    return out.indexOf(suffix, out.length() - suffix.length()) >= 0;
  }

  private int block(Tag tag, Tag end) {
    return switch (tag.name()) {
      case "raw" -> raw(tag, end);
      case "comment" -> end.end();
      case "blockquote", "quote" ->
          beginElement(tag, end, "<blockquote>", Quotation.footer(tag.rest()) + "</blockquote>");
      default -> {
        out.append(
            meanings.code(tag, text.substring(tag.end(), end.start()), TagPlace.lead(text, tag)));
        yield end.end();
      }
    };
  }

  /** Its text may contain more shortcodes, so its end is handled later. */
  private int beginElement(Tag tag, Tag end, String start, String footer) {
    out.append(TagPlace.lead(text, tag) == null ? "\n\n" : "").append(start).append("\n\n");
    footers.put(end.start(), footer);
    return tag.end();
  }

  private boolean isInner(Tag tag) {
    return !footers.isEmpty()
        && tag.start() < footers.lastKey()
        && (tag.is("quote") || tag.is("blockquote"));
  }

  private int endElement(Tag end, String footer) {
    String lead = TagPlace.lead(text, end);
    out.append(lead == null ? "\n\n" : "\n" + lead).append(footer).append("\n\n");
    return end.end();
  }

  private int raw(Tag tag, Tag end) {
    String lead = TagPlace.lead(text, tag);
    boolean ownLine = lead != null && text.startsWith("\n", tag.end());
    if (ownLine && lead != null) {
      // The next line has its own indentation, and twice as much would make it code.
      out.setLength(out.length() - lead.length());
    }
    out.append(text, tag.end() + (ownLine ? 1 : 0), end.start());
    return end.end();
  }
}
