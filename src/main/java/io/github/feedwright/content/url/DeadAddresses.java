package io.github.feedwright.content.url;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.generator.UnknownGenerator;
import io.github.feedwright.library.SiteAddresses;
import io.github.feedwright.library.SiteAddresses.Place;
import io.github.feedwright.library.Targets;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.permalink.AddressForms;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Url;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of the site at which there is no post, and those of terms without posts. A
 * site has pages that we do not know, so an address counts only if
 *
 * <ul>
 *   <li>it has the form of the posts' own addresses, with their date. Without a date, posts must
 *       have their pages on this server, in a folder of their own, and no generator may have pages
 *       there.
 *   <li>it is that of a category, tag or author on this server.
 * </ul>
 */
final class DeadAddresses {
  private static final String NO_POST = "there is no such post, or it is not published; ";

  private static final Pattern NUMBER = Pattern.compile("/\\d+$");
  private static final Pattern OF_TERM =
      Pattern.compile("([^/]+)/([^/]+)(?:/(?:index\\.html|rss\\.xml|atom\\.xml|feed\\.json)?)?");

  private final Settings settings;
  private final SiteAddresses known;
  private final Set<Reference> uses;

  DeadAddresses(Settings settings, SiteAddresses known, Set<Reference> uses) {
    this.settings = settings;
    this.known = known;
    this.uses = uses;
  }

  /** A finder, or null where no addresses are known. */
  static @Nullable DeadAddresses of(Settings settings, Targets targets, Set<Reference> uses) {
    SiteAddresses known = targets.addresses();
    return known == null ? null : new DeadAddresses(settings, known, uses);
  }

  /** Why an absolute address leads nowhere, and what to do; null if it does not, or may not. */
  @Nullable String fault(Url url) {
    String onServer = below(settings.feeds().url(), url);
    String ofTerm = onServer == null || !isOwn() ? null : ofTerm(onServer);
    String onSite = below(settings.site().url(), url);
    return ofTerm != null || onSite == null ? ofTerm : ofPost("/" + onSite);
  }

  /** The decoded path below an address, if it is that of a page that there can be. */
  private static @Nullable String below(URI own, Url url) {
    String path = UrlResolver.below(own, url);
    return path != null && FileReference.isName(path) ? Nfc.of(path) : null;
  }

  /** Whether we have the whole site, or all of its feeds, and it is not just being tried here. */
  private boolean isOwn() {
    return !settings.isLocal() || generator().equals(NoGenerator.INSTANCE);
  }

  private boolean hasNoGenerator() {
    return generator().equals(NoGenerator.INSTANCE)
        || generator().equals(UnknownGenerator.INSTANCE);
  }

  private Generator generator() {
    return settings.posts().generator();
  }

  private @Nullable String ofPost(String path) {
    Place place = known.at(path);
    uses.add(new Reference.AddressLink(path, place));
    boolean isOurs = isOwn() && settings.hasPostPages();
    String form = AddressForms.of(path);
    boolean isDead =
        switch (place) {
          case SOMETHING, UNKNOWN -> false;
          case OTHER_END -> isOurs;
          case NOTHING ->
              (form.contains("/0000") || (isOurs && hasNoGenerator() && form.length() > 1))
                  && !NUMBER.matcher(AddressForms.bare(path)).find();
        };
    return isDead
        ? NO_POST
            + known
                .nearest(path)
                .map(near -> at(settings.site().url(), near))
                .orElse("fix the path")
        : null;
  }

  private @Nullable String ofTerm(String path) {
    Matcher parts = OF_TERM.matcher(path);
    Optional<Taxonomy> taxonomy =
        parts.matches()
            ? Arrays.stream(Taxonomy.values())
                .filter(each -> each.plural().equals(parts.group(1)) && each.isWritten())
                .filter(each -> each.hasFeeds(settings.feeds()))
                .findFirst()
            : Optional.empty();
    // Such a name may be one under which another generator has the feed of a term.
    if (taxonomy.isEmpty() || (!path.endsWith("/") && parts.group(2).endsWith(".xml"))) {
      return null;
    }
    Term term = new Term(taxonomy.get(), parts.group(2));
    boolean hasPosts = known.hasPosts(term);
    uses.add(new Reference.TermLink(term, hasPosts));
    if (hasPosts || isKept(term) || isRedirected(settings.feeds().url().getPath() + path)) {
      return null;
    }
    String label = term.taxonomy().label();
    String rest = path.substring(parts.end(2));
    return "no post has the "
        + label
        + " "
        + Quoted.of(term.slug())
        + "; "
        + known
            .nearest(term)
            .map(near -> at(settings.feeds().url(), "/" + parts.group(1) + "/" + near + rest))
            .orElse("fix the path, or give a post this " + label);
  }

  private boolean isRedirected(String path) {
    return settings.redirects().keySet().stream()
        .map(Permalinks::path)
        .anyMatch(from -> from.equals(path) || from.equals(path + "/"));
  }

  private boolean isKept(Term term) {
    String plural = term.taxonomy().plural() + "/" + term.slug();
    return settings.feeds().keep().stream()
        .anyMatch(
            kept -> kept.equals(term.slug()) || kept.equals(term.name()) || kept.equals(plural));
  }

  private static String at(URI base, String path) {
    return "did you mean " + Quoted.of(base.getPath() + path.substring(1)) + "?";
  }
}
