package io.github.feedwright.edition.path;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where other software publishes the feeds of a site and of its terms, so that subscribers stay
 * after a move. Such an address counts only if nothing else is at it.
 */
public final class FormerFeedPaths {
  /** In characters; no term has a longer name. */
  private static final int LONGEST = 1024;

  /** In characters of a term's own name, which is matched lazily up to what follows. */
  private static final String TERM = "([^/]{1,500})";

  private static final List<Form> FORMS =
      List.of(
          // WordPress, also before 1.5; Blogger; Pelican; Eleventy.
          site("atom", "(?:feed/)?atom/?|wp-atom\\.php|feed\\.xml|feed\\.atom"),
          site("atom", "feeds/posts/(?:default|full|summary)/?"),
          site("atom", "feeds/all\\.atom\\.xml|feed/feed\\.xml"),
          // WordPress, also before 1.5; Ghost and Tumblr; Hugo; Hexo; Pelican.
          site("rss", "feed/|(?:feed/)?(?:rss2?|rdf)/?|feed/feed/?|wp-(?:rss2?|rdf|feed)\\.php"),
          site("rss", "index\\.xml|index\\.rss|rss2\\.xml|rss/feed\\.xml|feeds/all\\.rss\\.xml"),
          site("json", "feed/json/?"),
          // Blogger, whose labels imports make tags of, or categories.
          new Form(
              "atom",
              "feeds/posts/(?:default|full|summary)/-/" + TERM + "/?",
              List.of(Taxonomy.TAG, Taxonomy.CATEGORY)),
          // Tumblr.
          new Form("rss", "tagged/" + TERM + "/rss/?", List.of(Taxonomy.TAG)),
          // Jekyll's feed plugin; Octopress.
          new Form("atom", "feed/by_tag/" + TERM + "\\.xml", List.of(Taxonomy.TAG)),
          new Form("atom", "feed/" + TERM + "\\.xml", List.of(Taxonomy.CATEGORY)),
          new Form("atom", "blog/categories/" + TERM + "/atom\\.xml", List.of(Taxonomy.CATEGORY)),
          // Pelican.
          new Form(
              "atom",
              "feeds/" + TERM + "\\.atom\\.xml",
              List.of(Taxonomy.CATEGORY, Taxonomy.AUTHOR)),
          new Form(
              "rss", "feeds/" + TERM + "\\.rss\\.xml", List.of(Taxonomy.CATEGORY, Taxonomy.AUTHOR)),
          // Nikola, whose tags lie beside its categories.
          new Form("rss", "categories/cat_" + TERM + "\\.xml", List.of(Taxonomy.CATEGORY)),
          new Form(
              "rss", "categories/" + TERM + "\\.xml", List.of(Taxonomy.TAG, Taxonomy.CATEGORY)),
          new Form("rss", "authors/" + TERM + "\\.xml", List.of(Taxonomy.AUTHOR)));

  /** The feeds of languages: Hugo; Zola; Jekyll's plugins; WordPress. */
  private static final List<Form> LANGUAGES =
      List.of(
          new Form("rss", TERM + "/(?:(?:index|rss)\\.xml|feed/)", List.of(Taxonomy.LANGUAGE)),
          new Form(
              "atom", TERM + "/(?:atom\\.xml|feed\\.xml|feed/atom/)", List.of(Taxonomy.LANGUAGE)));

  private final SitePaths paths;
  private final List<FeedFormat> formats;
  private final List<Form> forms;
  private final FormerSlugs slugs;

  /**
   * The addresses for one edition.
   *
   * @param library whose terms may have other slugs elsewhere
   */
  public FormerFeedPaths(Settings settings, SitePaths paths, Library library) {
    this.paths = paths;
    this.formats = FeedFormats.of(settings.feeds().formats());
    this.slugs = new FormerSlugs(library);
    this.forms = forms(settings);
  }

  private static List<Form> forms(Settings settings) {
    List<Form> forms = new ArrayList<>(FORMS);
    for (Taxonomy taxonomy : Taxonomy.values()) {
      if (taxonomy.isWritten() || taxonomy.hasFeeds(settings.feeds())) {
        forms.addAll(ofTerms(taxonomy));
      }
    }
    if (!settings.languages().all().isEmpty()) {
      forms.addAll(LANGUAGES);
    }
    return forms;
  }

  /** WordPress, where a category may stand below others; Ghost; Hugo. */
  private static List<Form> ofTerms(Taxonomy taxonomy) {
    return List.of(
        term("atom", taxonomy, "(?:feed/)?atom/?|feed\\.xml"),
        term("rss", taxonomy, "feed/|(?:feed/)?(?:rss2?|rdf)/?|feed/feed/?|index\\.xml"),
        term("json", taxonomy, "feed/json/?"));
  }

  /**
   * A form of address.
   *
   * @param format the name of the format that was there
   * @param path matches the path below the root; its one group, if there is one, is the term
   * @param taxonomies where the term is looked for, in order; empty for the site
   */
  private record Form(String format, Pattern path, List<Taxonomy> taxonomies) {
    Form(String format, String path, List<Taxonomy> taxonomies) {
      this(format, Pattern.compile(path), taxonomies);
    }
  }

  private static Form site(String format, String path) {
    return new Form(format, path, List.of());
  }

  private static Form term(String format, Taxonomy taxonomy, String path) {
    String parents = taxonomy == Taxonomy.CATEGORY ? "(?:[^/]{1,500}/){0,4}?" : "";
    String names = "(?:" + taxonomy.label() + "|" + taxonomy.plural() + ")/";
    return new Form(format, names + parents + TERM + "/(?:" + path + ")", List.of(taxonomy));
  }

  /**
   * The feeds that may have been at a path.
   *
   * @param path from the server's root, decoded
   * @return the paths at which this server has them, from the root, the likeliest first
   */
  public Stream<String> feeds(String path) {
    String root = paths.below("");
    if (path.length() > LONGEST || !path.startsWith(root)) {
      return Stream.empty();
    }
    String below = path.substring(root.length());
    // What a term is called here comes first, whatever else another one is called elsewhere.
    return Stream.concat(feeds(below, Stream::of), feeds(below, slugs::of));
  }

  private Stream<String> feeds(String below, Function<Term, Stream<Term>> terms) {
    return forms.stream().flatMap(form -> feeds(form, below, terms));
  }

  private Stream<String> feeds(Form form, String below, Function<Term, Stream<Term>> terms) {
    Matcher matcher = form.path().matcher(below);
    if (!matcher.matches()) {
      return Stream.empty();
    }
    String fileName = format(form.format()).fileName();
    return form.taxonomies().isEmpty()
        ? Stream.of(paths.document(Scope.SITE, fileName))
        : form.taxonomies().stream()
            .flatMap(taxonomy -> slugs(matcher.group(1)).map(slug -> new Term(taxonomy, slug)))
            .flatMap(terms)
            .map(term -> paths.document(new Scope(term), fileName));
  }

  /** Tumblr writes a plus sign for a blank; {@code c++} has two of its own. */
  private static Stream<String> slugs(String written) {
    return Stream.of(written, written.replace('+', ' ')).map(Slug::of).distinct();
  }

  /**
   * A rule for other servers.
   *
   * @param path a regular expression of the decoded path; its one group, if there is one, is the
   *     term's slug
   * @param feeds where the feed may be, the likeliest first; {@code $1} stands for the slug
   */
  public record Rule(String path, List<String> feeds) {}

  /** All addresses as rules for other servers. */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    String root = paths.below("").replaceAll("[^\\p{L}\\p{N}/_-]", "\\\\$0");
    for (Form form : forms) {
      String fileName = format(form.format()).fileName();
      List<String> feeds =
          form.taxonomies().isEmpty()
              ? List.of(paths.document(Scope.SITE, fileName))
              : form.taxonomies().stream()
                  .map(taxonomy -> paths.below(taxonomy.plural() + "/$1/" + fileName))
                  .toList();
      // Other servers limit counted repetitions.
      String path = form.path().pattern().replace("{1,500}", "+");
      rules.add(new Rule("^" + root + "(?:" + path + ")$", feeds));
    }
    return rules;
  }

  /** Another format than the one that was there is better than none: readers take all. */
  private FeedFormat format(String name) {
    return formats.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElse(formats.get(0));
  }
}
