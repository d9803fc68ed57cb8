package io.github.feedwright.content.template;

import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.yaml.DataPath;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import io.github.feedwright.yaml.Unread;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables in a post's text, and what filters make of them. A value of the post's
 * own fields, or of the generator's configuration, is put in as it is written, as template
 * languages do; the HTML is cleaned later.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}.
 */
public final class TemplateValues {
  private static final Pattern QUOTED = Pattern.compile("[\"'](.*)[\"']");
  private static final Pattern FILTER =
      Pattern.compile("\\|\\s*(\\w+)\\s*(?::\\s*(\"[^\"]*\"|'[^']*'|[\\w.]+))?\\s*");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([\\w-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[\\w.-]+)\\s*((?:\\|.*)?)");

  private static final Pattern KEY = Pattern.compile("\\[[\"']([\\w-]+)[\"']]");

  private static final Pattern LITERAL = Pattern.compile("-?\\d+(?:\\.\\d+)?|true|false");

  private final Settings settings;
  private final Generator generator;
  private final PostData data;
  private final UrlResolver urls;
  private final Budget budget;
  private final String title;
  private final Map<String, Node> assigned = new HashMap<>();

  public TemplateValues(Post post, Settings settings, UrlResolver urls, Budget budget) {
    this.settings = settings;
    this.generator = settings.posts().generator();
    this.data = PostData.of(post, settings.posts().written());
    this.urls = urls;
    this.budget = budget;
    this.title = Escape.html(PlainText.of(post.title()));
  }

  /** {@code site.url} and {@code site.baseurl} together. */
  public String base() {
    return host() + path();
  }

  /** Jekyll's {@code site.url}: the site's address without its path. */
  public String host() {
    URI site = settings.site().url();
    return site.getScheme() + "://" + site.getRawAuthority();
  }

  /** Jekyll's {@code site.baseurl}: the site's path without a slash at its end. */
  public String path() {
    return settings.site().url().getRawPath().replaceAll("/+$", "");
  }

  /** A value after its filters; null if it or one of them is unknown. */
  public @Nullable String of(Tag tag) {
    return filtered(operand(tag.name()), tag.rest());
  }

  /** Remembers what a tag such as {@code assign} says of a variable. */
  public void assign(Tag tag) {
    Matcher assignment = ASSIGNMENT.matcher(tag.rest());
    if (assignment.matches()) {
      String filters = assignment.group(3);
      Node value = value(assignment.group(2));
      set(assignment.group(1), filters.isEmpty() ? value : node(filtered(text(value), filters)));
    }
  }

  /** Remembers the text between two tags {@code capture}; tags in it are not run. */
  public void capture(Tag tag, String text) {
    set(tag.rest(), text.contains("{{") || text.contains("{%") ? null : node(text));
  }

  private void set(String name, @Nullable Node value) {
    if (value == null) {
      assigned.remove(name);
    } else {
      assigned.put(name, value);
    }
  }

  /** The value of a name, a number or a text in a condition; null if it is not known. */
  @Nullable Node compared(String operand) {
    if (operand.equals("page.url")) {
      String address = urls.address();
      return node(address.startsWith(base()) ? address.substring(base().length()) : address);
    }
    Node value = value(operand);
    budget.spend(size(value));
    return value instanceof Unread ? null : value;
  }

  /** Of all that is compared. */
  private static long size(@Nullable Node value) {
    if (value instanceof Sequence list) {
      return 1 + list.items().stream().mapToLong(TemplateValues::size).sum();
    }
    return value instanceof Mapping table
        ? 1 + table.fields().stream().mapToLong(each -> size(each.value())).sum()
        : 1;
  }

  private @Nullable String filtered(@Nullable String value, String filters) {
    String result = value;
    Matcher filter = FILTER.matcher(filters);
    int at = 0;
    while (result != null && at < filters.length()) {
      if (!filter.find(at) || filter.start() != at) {
        return null;
      }
      result = bounded(filtered(result, filter.group(1), filter.group(2)));
      at = filter.end();
    }
    return result;
  }

  /** A chain of filters can make a title of 64 KiB a hundred times as long. */
  private @Nullable String bounded(@Nullable String value) {
    if (value != null) {
      budget.spend(value.length());
      if (value.length() > settings.limits().html()) {
        throw CappedOutput.tooLarge(settings.limits().html());
      }
    }
    return value;
  }

  private @Nullable String filtered(String value, String filter, @Nullable String argument) {
    String other = argument == null ? null : operand(argument);
    return switch (filter) {
      case "relative_url", "absolute_url" -> absolute(value);
      case "prepend" -> other == null || value.contains("://") ? value : other + value;
      case "append" -> other == null ? null : value + other;
      case "escape", "xml_escape" -> Escape.html(value);
      default -> generator.runs("{{") ? usual(value, filter) : null;
    };
  }

  /** What Liquid and Nunjucks also have. */
  private static @Nullable String usual(String value, String filter) {
    return switch (filter) {
      case "safe", "url" -> value;
      case "strip", "trim" -> value.strip();
      case "urlencode" -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
      case "url_encode", "cgi_escape" -> URLEncoder.encode(value, StandardCharsets.UTF_8);
      case "capitalize" -> value.isEmpty() ? value : capitalized(value);
      case "downcase", "lower" -> value.toLowerCase(Locale.ROOT);
      case "upcase", "upper" -> value.toUpperCase(Locale.ROOT);
      default -> null;
    };
  }

  private static String capitalized(String value) {
    int first = value.offsetByCodePoints(0, 1);
    return value.substring(0, first).toUpperCase(Locale.ROOT) + value.substring(first);
  }

  private String absolute(String path) {
    return path.contains("://") ? path : base() + (path.startsWith("/") ? "" : "/") + path;
  }

  private @Nullable String operand(String text) {
    return text(value(text));
  }

  private @Nullable Node value(String text) {
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      return node(quoted.group(1));
    }
    if (LITERAL.matcher(text).matches()) {
      return new Scalar(text, true, 1);
    }
    String known = known(text);
    return known == null && generator.runs("{{") ? data(text) : node(known);
  }

  private @Nullable String known(String text) {
    return switch (text) {
      // A site is published as it is for readers.
      case "jekyll.environment" -> "production";
      case "site.url" -> host();
      case "site.baseurl" -> path();
      case "site.title" -> Escape.html(settings.site().title());
      case "site.description" -> Escape.html(settings.site().description());
      case "page.title" -> title;
      case "page.url" -> urls.address();
      default -> null;
    };
  }

  /** The value of a variable that the post or the generator's configuration has, or null. */
  public @Nullable String variable(String name) {
    return text(data(name));
  }

  private @Nullable Node data(String written) {
    budget.spend(data.size());
    String name = KEY.matcher(written).replaceAll(".$1");
    int end = name.replace('[', '.').indexOf('.');
    String first = end < 0 ? name : name.substring(0, end);
    Node own = assigned.get(first);
    return own == null
        ? data.of(name)
        : DataPath.at(new Mapping(List.of(new Mapping.Field(first, 1, own)), 1), name);
  }

  private static @Nullable String text(@Nullable Node node) {
    return node instanceof Scalar scalar ? scalar.text() : null;
  }

  private static @Nullable Node node(@Nullable String text) {
    return text == null ? null : new Scalar(text, false, 1);
  }
}
