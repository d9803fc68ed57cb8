package io.github.feedwright.content;

import io.github.feedwright.content.dialect.AttributeLists;
import io.github.feedwright.content.dialect.Comments;
import io.github.feedwright.content.dialect.HiddenText;
import io.github.feedwright.content.dialect.HighlightComments;
import io.github.feedwright.content.dialect.MarkdownExtensions;
import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.content.dialect.Tex;
import io.github.feedwright.content.dialect.WikiLinks;
import io.github.feedwright.content.html.CleanHtml;
import io.github.feedwright.content.html.CleaningContext;
import io.github.feedwright.content.html.ContentCleaner;
import io.github.feedwright.content.html.Summary;
import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.markdown.MarkdownRenderer;
import io.github.feedwright.content.shortcode.CodeShortcodeExpander;
import io.github.feedwright.content.shortcode.EmbeddedRuby;
import io.github.feedwright.content.shortcode.ShortcodeExpander;
import io.github.feedwright.content.shortcode.ShortcodeTags;
import io.github.feedwright.content.shortcode.WordPressShortcodes;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.source.Excerpt;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.MarkdownAdditions.CodeTitles;
import io.github.feedwright.library.Targets;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.OneLine;
import io.github.feedwright.text.XmlText;
import io.github.feedwright.text.comment.Comment;
import io.github.feedwright.text.comment.PlainComments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The rendering of one post. */
final class PostRendering {
  private final Settings settings;
  private final Post post;
  private final BodyText body;
  private final UrlResolver urls;
  private final ContentProblems problems;
  private final CleaningContext context;
  private final Budget budget;

  PostRendering(
      Settings settings,
      MarkdownRenderer markdown,
      Post post,
      String address,
      Targets targets,
      BooleanSupplier expired) {
    this.settings = settings;
    this.post = post;
    budget = new Budget(settings.limits().render(), expired);
    body = new BodyText(post.body().withMath(hasMath()), markdown, budget);
    urls = new UrlResolver(settings, targets, post.path(), address);
    problems = new ContentProblems(post, body, new Budget(settings.limits().render(), expired));
    context =
        new CleaningContext(
            urls,
            problems,
            settings.feeds().trustedHtml(),
            settings.limits(),
            prefix(),
            new HashSet<>(),
            budget);
  }

  /** A prefix of ids that stays the same while the file name does. */
  private String prefix() {
    CRC32 hash = new CRC32();
    hash.update(post.stem().getBytes(StandardCharsets.UTF_8));
    return "p%08x-".formatted(hash.getValue());
  }

  /** The content; if a guard trips, the text as it is. */
  Content content() {
    try {
      return rendered();
    } catch (TooCostly e) {
      return fallback(e.reason());
    } catch (StackOverflowError e) {
      return fallback("it nests too deeply");
    } catch (RuntimeException e) {
      // A parser's own failure on a strange text; it must not take the feeds down.
      return fallback("the parser failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Content rendered() {
    BodyText liquid = body.with(new ShortcodeTags(body, post, settings, urls, problems).expand());
    BodyText shown =
        liquid.with(Comments.of(liquid, post.syndication().excerptSeparator()).without(problems));
    BodyText coded = shown.with(CodeShortcodeExpander.expand(shown));
    EmbeddedRuby.report(coded, problems);
    BodyText imported = coded.with(new WordPressShortcodes(coded, problems).expand());
    BodyText marked = imported.with(AttributeLists.marked(imported, problems));
    BodyText plain =
        marked.with(
            MarkdownExtensions.plain(marked, additions().codeTitles() == CodeTitles.LANGUAGE_LINE));
    BodyText expanded =
        linked(additions().codeTitles() == CodeTitles.OPTION ? highlighted(plain) : plain);
    Excerpt parts = Excerpt.of(expanded, post.syndication().excerptSeparator());
    CleanHtml whole = clean(expanded.with(parts.whole()));
    CleanHtml excerpt = parts.excerpt() == null ? null : clean(expanded.with(parts.excerpt()));
    return content(
        whole.html(), excerpt == null ? null : excerpt.html(), summary(whole, excerpt), null);
  }

  private MarkdownAdditions additions() {
    return settings.posts().written().markdown();
  }

  private static BodyText highlighted(BodyText text) {
    return text.with(HighlightComments.removed(text));
  }

  private BodyText linked(BodyText text) {
    return additions().wikiLinks() ? text.with(WikiLinks.linked(text, urls, problems)) : text;
  }

  private boolean hasMath() {
    return switch (settings.content().math()) {
      case AUTO -> Boolean.TRUE.equals(post.body().math());
      case ON -> !Boolean.FALSE.equals(post.body().math());
      case OFF -> false;
    };
  }

  private CleanHtml clean(BodyText source) {
    long limit = settings.limits().html();
    String html = source.with(Tex.kept(source)).html();
    budget.checkDeadline();
    CleanHtml clean = ContentCleaner.clean(html, source, context);
    if (clean.html().getBytes(StandardCharsets.UTF_8).length > limit) {
      throw CappedOutput.tooLarge(limit);
    }
    return clean;
  }

  private String summary(CleanHtml whole, @Nullable CleanHtml excerpt) {
    String given = given();
    if (!given.isEmpty()) {
      return given;
    }
    String before = excerpt == null ? "" : excerpt.text();
    String text = before.isEmpty() ? Summary.cut(whole.paragraph()) : before;
    return text.isEmpty() ? PlainText.title(post) : text;
  }

  private String given() {
    String written = post.syndication().summary();
    return written == null ? "" : PlainText.ofBlocks(PlainComments.without(written));
  }

  private Content fallback(String reason) {
    String written = post.body().text();
    String text = XmlText.of(visible(written));
    String summary = given().isEmpty() ? Summary.cut(OneLine.of(text)) : given();
    Problem problem =
        Problem.error(
            post.path(),
            post.body().line(),
            Kind.LIMIT,
            "the post is shown as plain text, because " + reason + "; simplify or split it");
    reportUnclosed(written);
    return content(asText(text), null, summary, problem);
  }

  /** The parse that reports it may not have come that far. */
  private void reportUnclosed(String text) {
    Comment last = PlainComments.last(text);
    if (last != null && last.missing() != null) {
      problems.at(last.start(), PlainComments.unclosed(last.missing()));
    }
  }

  private void reportHidden(String field, @Nullable String text, String... keys) {
    if (text == null) {
      return;
    }
    String missing = PlainComments.missingEnd(text, field.equals("title"));
    if (missing != null) {
      problems.ofField(field + ": " + PlainComments.unclosed(missing), keys);
    }
    if (HiddenText.holds(text)) {
      problems.ofField(
          field
              + ": text was removed: an element hides it, but feed readers would show it; remove"
              + " the text, or the element",
          keys);
    }
  }

  /** A text that no parser reads, without what its author hid as far as that is plain. */
  private static String visible(String text) {
    return HiddenText.without(text);
  }

  /** The text in a {@code pre}, cut at the limit. */
  private String asText(String text) {
    long room = settings.limits().html() - "<pre>\n</pre>".length();
    // A parser drops the first newline of a <pre>.
    StringBuilder html = new StringBuilder(text.startsWith("\n") ? "<pre>\n" : "<pre>");
    for (int at = 0; at < text.length() && room > 0; ) {
      int point = text.codePointAt(at);
      String escaped = Escape.text(Character.toString(point));
      room -= escaped.getBytes(StandardCharsets.UTF_8).length;
      if (room >= 0) {
        html.append(escaped);
      }
      at += Character.charCount(point);
    }
    return html.append("</pre>").toString();
  }

  private Content content(
      String html, @Nullable String excerpt, String summary, @Nullable Problem problem) {
    reportHidden("title", post.title(), "title");
    reportHidden(
        "summary", post.syndication().summary(), "excerpt", "summary", "description", "intro");
    // The fields get their own budget: they are cheap, and the body may have used up the other one.
    Budget own = new Budget(settings.limits().render(), () -> false);
    PostMedia attachments =
        new PostMedia(
            post,
            new ShortcodeExpander(post, settings, urls, own, null),
            urls,
            problems,
            settings.posts().mediaTypes());
    String image = attachments.image();
    List<Media> media = attachments.media();
    List<Problem> all = new ArrayList<>(problems.sorted());
    if (problem != null) {
      all.add(problem);
    }
    return new Content(
        html, excerpt, summary, image, media, urls.uses(), all.stream().sorted().toList());
  }
}
