package io.github.feedwright.post.field;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.post.Address;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.OwnSite;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.post.value.WebAddress;
import io.github.feedwright.settings.PermalinkPattern;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.yaml.Mapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a post, its former addresses, and what it points to. */
public final class AddressFields {
  private static final String[] EXTERNAL = {
    "external_url", "external-url", "canonical_url", "source_url", "link"
  };

  /**
   * The separator between the paths in one text: {@code /a, /b}; a path may also contain a comma.
   */
  private static final Pattern SEVERAL = Pattern.compile("(?<![,;\\s])[,;\\s]++(?=/|https?://)");

  /** Liquid's, Hugo's, Middleman's. */
  private static final Pattern TEMPLATE = Pattern.compile("\\{[{%]|<%");

  /** More than browsers and caches let through. Each placeholder of a path may stand for a slug. */
  private static final int LONGEST_PATH = 2000;

  private static final int LONGEST_SLUG = 1000;
  private static final Pattern SLASHES = Pattern.compile("^[/\\s]+|[/\\s]+$|(?<=/)[/\\s]+");
  private static final PostFacts ANY = new PostFacts("a.md", "a", "a", "a");

  private final OwnSite site;
  private final Generator generator;
  private final GeneratorChoice.Content content;
  private final Map<String, String> configured;
  private final Languages languages;

  public AddressFields(Settings settings) {
    this.site = OwnSite.of(settings);
    this.generator = settings.posts().generator();
    this.content = settings.posts().written().content();
    this.configured = settings.posts().written().values();
    this.languages = settings.languages();
  }

  /**
   * All of them.
   *
   * @param permalink the post's own path, which was read before since it may date the post
   */
  public Address read(
      Fields fields, PostName name, @Nullable String permalink, FieldProblems report) {
    return new Address(
        slug(fields, name, report),
        permalink,
        aliases(fields, report),
        redirectTo(fields, report),
        externalUrl(fields, report));
  }

  /** The last segment of {@code slug}, or all where generators say; else the file name's. */
  private String slug(Fields fields, PostName name, FieldProblems report) {
    for (Value value : fields.values("slug")) {
      if (isTemplate(value, report)) {
        continue;
      }
      String slug = segments(value.text());
      if (slug.length() > LONGEST_SLUG) {
        report.unclear(value, "is longer than " + LONGEST_SLUG + " characters; write a few words");
      } else if (!slug.isEmpty() && OwnSite.isSafe(slug)) {
        return slug;
      } else {
        report.unclear(value, "is not a path segment; write words joined by hyphens");
      }
    }
    return name.slug();
  }

  /**
   * The post's own path, which begins with a slash, or null.
   *
   * @param file the path of its file
   */
  public @Nullable String permalink(String file, Fields fields, FieldProblems report) {
    for (Value written : fields.values("permalink", "url", "path", "save_as")) {
      Value value = written.with(generator.pattern(written.text()));
      // Eleventy's permalink: false hides the post.
      boolean isHiding = generator.isCautious() && value.flag() == Flag.NO;
      if (isHiding || isTemplate(value, report)) {
        continue;
      }
      boolean isPath = value.flag() == Flag.UNCLEAR;
      String pattern = PermalinkPattern.inFull(value.text());
      String path = isPath ? site.path(ofLanguage(file, value.key(), pattern)) : null;
      String unknown = PermalinkPattern.unknown(pattern);
      if (path == null) {
        report.unclear(value, "is not a path on this site; write one like /2013/07/a-post/");
      } else if (path.length() > LONGEST_PATH) {
        report.unclear(
            value, "is longer than " + LONGEST_PATH + " characters; write a shorter path");
      } else if (unknown != null) {
        report.unclear(
            value,
            "has the unknown placeholder "
                + unknown
                + ", so the site's pattern is used; known placeholders are :"
                + String.join(", :", PermalinkPattern.PLACEHOLDERS));
      } else if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
        report.unclear(value, "has a query or a fragment; write a path like /2013/07/a-post/");
      } else {
        return whole(value, path);
      }
    }
    return ofSlug(file, fields);
  }

  /** What a generator makes of an address that a post states. */
  private String ofLanguage(String file, String key, String address) {
    Languages.Language end = languages.ofEnd(PostPaths.stem(file));
    String other = end == null || end.equals(languages.all().get(0)) ? null : end.slug();
    return generator.stated(key, address, other, configured);
  }

  /** The path that a slug states where it is more than the last segment, or null. */
  private @Nullable String ofSlug(String file, Fields fields) {
    String below = content.path(file);
    Value slug = fields.value("slug");
    String path =
        slug == null || below == null ? null : generator.pathOf(below, slug.text(), configured);
    return path == null || path.length() > LONGEST_PATH ? null : site.path(path);
  }

  /** Zola ends every {@code path} with a slash; Pelican's {@code save_as} names a file. */
  private static String whole(Value value, String path) {
    return switch (value.key().toLowerCase(Locale.ROOT)) {
      case "path" -> path.endsWith("/") || path.endsWith(".html") ? path : path + "/";
      case "save_as" ->
          path.endsWith("/index.html")
              ? path.substring(0, path.length() - "index.html".length())
              : path;
      default -> path;
    };
  }

  /**
   * Old paths of the post: {@code aliases}, {@code redirect_from}, and a {@code link} to this site,
   * which imports use for their previous permalink.
   */
  private List<String> aliases(Fields fields, FieldProblems report) {
    Set<String> aliases = new LinkedHashSet<>();
    for (String key : List.of("aliases", "redirect_from")) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        for (String text : ListedNames.of(field, ListedNames.Split.NEVER, report)) {
          for (String path : SEVERAL.split(text, -1)) {
            add(aliases, new Value(field.key(), path, field.line()), report);
          }
        }
      }
    }
    for (Value link : fields.values("link")) {
      if (isOwn(link)) {
        add(aliases, link, report);
      }
    }
    return List.copyOf(aliases);
  }

  private void add(Set<String> aliases, Value value, FieldProblems report) {
    if (isTemplate(value, report)) {
      return;
    }
    String path = site.path(value.text());
    if (path == null) {
      report.unclear(value, "is not a path on this site; write one like /2013/07/a-post/");
    } else {
      aliases.add(path);
    }
  }

  /** Where the post has moved to: a web address or a path on this site; or null. */
  private @Nullable String redirectTo(Fields fields, FieldProblems report) {
    for (Value value : fields.values("redirect_to")) {
      if (isTemplate(value, report)) {
        continue;
      }
      WebAddress address = site.address(value.text());
      if (address != null) {
        return address.text();
      }
      String path = site.path(value.text());
      if (path != null) {
        return path;
      }
      report.unclear(value, "is neither a web address nor a path; start it with https:// or /");
    }
    return null;
  }

  /** The page elsewhere that the post is about, or null. */
  private @Nullable String externalUrl(Fields fields, FieldProblems report) {
    for (Value value : fields.values(EXTERNAL)) {
      if (isTemplate(value, report)) {
        continue;
      }
      WebAddress address = site.address(value.text());
      if (address != null && !site.owns(address)) {
        return address.text();
      }
      if (address == null && !isOwn(value)) {
        report.unclear(value, "is not a web address; write one like https://example.org/page/");
      }
    }
    return null;
  }

  /** Whether a value contains a template, so is not an address; this is reported. */
  private static boolean isTemplate(Value value, FieldProblems report) {
    boolean is = TEMPLATE.matcher(value.text()).find();
    if (is) {
      report.unclear(value, "is not expanded here; write out its value");
    }
    return is;
  }

  private boolean isOwn(Value link) {
    WebAddress address = site.address(link.text());
    return address == null
        ? site.path(link.text()) != null && link.text().startsWith("/")
        : site.owns(address);
  }

  private String segments(String slug) {
    String path = SLASHES.matcher(slug).replaceAll("");
    boolean isWhole = generator.placeholder("slug", ANY) != null;
    return (isWhole ? path : path.substring(path.lastIndexOf('/') + 1)).strip();
  }
}
