package io.github.feedwright.identity;

import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.AdoptedIds;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Iri;
import io.github.feedwright.text.PercentEncoding;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a post's id comes from: its front matter, else {@code ids.tsv}, else the id it was
 * published with, else the generator that published it before, else the stem of its file name.
 * Never its date, slug, title or address, because authors change these.
 */
public final class IdRules {
  private static final Pattern NUMBER = Pattern.compile("~[0-9]+$");
  private static final Pattern EMPTY_SEGMENT = Pattern.compile("(?<!:)//+");
  private static final Pattern NEEDS_NUMBER = Pattern.compile(":(wordpress_)?id\\b");

  /** Jekyll's {@code post.id} has neither a slash nor an extension at its end. */
  private static final Pattern JEKYLLS =
      Pattern.compile("(https?://[^/?#]+)/(?::[a-z_]+/)*:(?:title|slug)");

  private static final Pattern LAST_SEGMENT = Pattern.compile("/[^/]*/?$");

  private final String site;
  private final @Nullable AdoptedIds adopted;
  private final Permalinks permalinks;
  private final ZoneId zone;

  public IdRules(Settings settings, Permalinks permalinks) {
    this.site = settings.site().id();
    this.adopted = settings.ids().adopted();
    this.permalinks = permalinks;
    this.zone = settings.posts().timezone();
  }

  /** The id that somebody gave the post, or that its former generator did, or null. */
  public @Nullable String given(Post post) {
    String given = post.identity().given();
    return given != null || adopted == null ? given : adopted(post, adopted);
  }

  /** An id as Atom needs it: an IRI (RFC 4287, section 4.2.6). */
  public String iri(String id) {
    return Iri.of(id, site);
  }

  private @Nullable String adopted(Post post, AdoptedIds ids) {
    boolean before =
        post.dates().published().atZoneSameInstant(zone).toLocalDate().isBefore(ids.until());
    boolean unknown =
        post.identity().wordpressId() == null && NEEDS_NUMBER.matcher(ids.template()).find();
    if (!before || unknown) {
      return null;
    }
    Matcher jekylls = JEKYLLS.matcher(ids.template());
    String address =
        hasPermalink(post) && jekylls.matches()
            ? jekylls.group(1) + besideItsPage(post)
            : permalinks.fill(ids.template(), post);
    // If a post has no category, its previous generator left out the empty segment too.
    return PercentEncoding.uri(EMPTY_SEGMENT.matcher(address).replaceAll("/"));
  }

  /** Jekyll makes the id from the folder of the post's address and the post's own name. */
  private String besideItsPage(Post post) {
    String folder = LAST_SEGMENT.matcher(permalinks.of(post)).replaceFirst("");
    return PercentEncoding.path(folder) + permalinks.fill("/:title", post);
  }

  /** Jekyll knows only this key. */
  private static boolean hasPermalink(Post post) {
    return post.address().permalink() != null && post.lines().byKey().containsKey("permalink");
  }

  /** The path of the post to which its path may have given this id; any text if there is none. */
  public String path(String iri) {
    String path = iri.startsWith(site + ":") ? iri.substring(site.length() + 1) : "";
    return NUMBER.matcher(PercentEncoding.decode(path)).replaceFirst("");
  }

  /** The id that a name gives on this site. */
  public String ofName(String name) {
    return site + ":" + PercentEncoding.path(name);
  }
}
