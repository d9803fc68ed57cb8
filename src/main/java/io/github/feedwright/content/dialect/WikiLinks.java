package io.github.feedwright.content.dialect;

import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.permalink.LinkNames;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Slug;
import io.github.feedwright.text.comment.Literal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Links between notes, as wikis and Obsidian have them: {@code [[name]]}, {@code [[name|words]]},
 * {@code [[name#heading]]}, and {@code ![[picture.png]]}.
 */
public final class WikiLinks {
  /** A link between notes; before {@code (}, {@code [} or {@code :} it is a link of Markdown. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!\\\\)(!?)\\[\\[([\\p{L}\\p{N}/._][^\\[\\]|#\\n]{0,200}+)(?:#([^\\[\\]|\\n]{1,200}+))?"
              + "(?:\\\\?\\|([^\\[\\]\\n]{1,300}+))?\\]\\](?![(\\[:])");

  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^ {0,3}+\\[([^\\[\\]\\n]{1,200}+)\\]:");

  private static final Pattern NAME = Pattern.compile("\\p{L}(?:(?!://).)*\\S");

  private final BodyText body;
  private final UrlResolver urls;
  private final ContentProblems problems;
  private final Set<String> defined;

  private WikiLinks(BodyText body, UrlResolver urls, ContentProblems problems) {
    this.body = body;
    this.urls = urls;
    this.problems = problems;
    this.defined = defined(body.counted());
  }

  /** The text of a body with links of Markdown in their place; one to no post stays as it is. */
  public static String linked(BodyText body, UrlResolver urls, ContentProblems problems) {
    return body.isMarkdown() && body.text().contains("[[")
        ? new WikiLinks(body, urls, problems).linked()
        : body.text();
  }

  private String linked() {
    StringBuilder out = new StringBuilder();
    Matcher link = LINK.matcher(body.counted());
    while (link.find()) {
      boolean isText = body.code().holds(link.start()) || isReference(link);
      String meaning = isText ? null : meaning(link);
      if (!isText && meaning == null && NAME.matcher(link.group(2)).matches()) {
        problems.of(
            link.group(),
            Quoted.of(link.group())
                + " is shown as text: there is no such post or file; fix the name, or write a"
                + " link");
      }
      link.appendReplacement(
          out, Matcher.quoteReplacement(meaning == null ? link.group() : meaning));
    }
    return link.appendTail(out).toString();
  }

  /** Whether the brackets are a link of Markdown whose address is elsewhere. */
  private boolean isReference(Matcher link) {
    return defined.contains(link.group(2));
  }

  private static Set<String> defined(CharSequence text) {
    return DEFINITION
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable String meaning(Matcher link) {
    String name = link.group(2).strip();
    String words = link.group(4) == null ? name : link.group(4).strip();
    if (!link.group(1).isEmpty()) {
      return urls.attachment(name) == null ? null : "![" + Literal.of(words) + "](<" + name + ">)";
    }
    String address = urls.post(name);
    address = address == null ? urls.post(Slug.of(name)) : address;
    address = address == null ? urls.post(LinkNames.ofTitle(name)) : address;
    if (address == null) {
      return null;
    }
    String heading = link.group(3) == null ? "" : "#" + Slug.of(link.group(3));
    return "[" + Literal.of(words) + "](<" + address + heading + ">)";
  }
}
