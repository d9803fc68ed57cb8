package io.github.feedwright.content;

import io.github.feedwright.content.shortcode.ShortcodeExpander;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.url.Fault;
import io.github.feedwright.content.url.Scheme;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.Enclosure;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.field.ImageFields;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The image and the enclosures of a post's front matter, with absolute addresses. */
final class PostMedia {
  private static final String REASON =
      " is left out: only http and https addresses are published; write one";
  private static final String IMPOSSIBLE =
      " is left out: no server can have this host and port; fix the address";
  private static final String USER =
      " is left out: a published address must not contain a user name; remove the user name";

  private static final String UNKNOWN =
      " is left out: the shortcode in it is not supported; write out its value";

  /** RFC 2046 section 4.5.1: the type of a file about which nothing is known. */
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private static final Pattern TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");
  private static final Pattern PARAMETERS = Pattern.compile(";.*");

  private static final String[] ENCLOSURE = {"enclosure", "enclosures"};
  private static final String[] IMAGE = ImageFields.outermostKeys().toArray(String[]::new);

  private final Post post;
  private final ShortcodeExpander shortcodes;
  private final UrlResolver urls;
  private final ContentProblems problems;
  private final MediaTypes types;

  PostMedia(
      Post post,
      ShortcodeExpander shortcodes,
      UrlResolver urls,
      ContentProblems problems,
      MediaTypes types) {
    this.types = types;
    this.post = post;
    this.shortcodes = shortcodes;
    this.urls = urls;
    this.problems = problems;
  }

  /** The address of the image that represents the post, or null. */
  @Nullable String image() {
    String written =
        post.media().image() == null ? null : expanded("image", IMAGE, post.media().image());
    if (written == null || written.isBlank()) {
      return null;
    }
    // The common exporter from WordPress gives only the file name, and puts the file there.
    boolean inImages =
        urls.attachment(written) == null && urls.attachment("images/" + written) != null;
    String found = inImages ? "images/" + written : written;
    String url = web("image", IMAGE, written, urls.image(found));
    reportIfDead("image", IMAGE, found, url);
    return url;
  }

  /** The enclosures on the web, each address once. */
  List<Media> media() {
    Map<String, Media> media = new LinkedHashMap<>();
    for (Enclosure each : post.media().enclosures()) {
      String written = expanded("enclosure", ENCLOSURE, each.url());
      if (written != null) {
        add(media, each, written);
      }
    }
    return List.copyOf(media.values());
  }

  private void add(Map<String, Media> media, Enclosure enclosure, String written) {
    String url = web("enclosure", ENCLOSURE, written, urls.link(written));
    reportIfDead("enclosure", ENCLOSURE, written, url);
    if (url != null) {
      String type = type(enclosure, url);
      media.putIfAbsent(url, new Media(url, length(written, enclosure), type));
    }
  }

  private void reportIfDead(String field, String[] keys, String written, @Nullable String url) {
    Fault fault =
        url != null && problems.wantsDead(written)
            ? urls.fault(written, field.equals("image"))
            : null;
    if (fault != null) {
      problems.ofDead(written, field, fault, keys);
    }
  }

  /** The type that the author gives, else the type for the extension of the address. */
  private String type(Enclosure enclosure, String url) {
    String given = enclosure.type() == null ? "" : enclosure.type().strip();
    if (TYPE.matcher(given).matches()) {
      return given.toLowerCase(Locale.ROOT);
    }
    String type = types.of(Url.parse(url).path());
    return type == null ? UNKNOWN_TYPE : PARAMETERS.matcher(type).replaceFirst("");
  }

  /**
   * The size of the file is right even if the author's is not; 0 means an unknown length in RSS.
   */
  private long length(String written, Enclosure enclosure) {
    Attachment file = urls.ownFile(written);
    return file == null ? Math.max(0, enclosure.length()) : file.size();
  }

  /** The author's text with its shortcodes expanded; null and a report if that fails. */
  private @Nullable String expanded(String field, String[] keys, String written) {
    String expanded = shortcodes.expanded(written);
    if (expanded == null) {
      problems.ofField(field + ": " + Quoted.of(written) + UNKNOWN, keys);
    }
    return expanded;
  }

  private @Nullable String web(String field, String[] keys, String written, @Nullable String url) {
    String reason = Url.parse(written).isImpossible() ? IMPOSSIBLE : REASON;
    if (url != null && Scheme.isWeb(url)) {
      if (!namesUser(url)) {
        return url;
      }
      reason = USER;
    }
    problems.ofField(field + ": " + Quoted.of(written) + reason, keys);
    return null;
  }

  /** Validators reject such addresses, and a password must not be published. */
  private static boolean namesUser(String url) {
    String authority = Url.parse(url).authority();
    return authority != null && authority.indexOf('@') >= 0;
  }
}
