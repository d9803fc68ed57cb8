package io.github.feedwright.library;

import io.github.feedwright.permalink.AddressForms;
import io.github.feedwright.post.file.NearestNames;
import io.github.feedwright.text.Slug;
import io.github.feedwright.text.Spelling;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is at the paths of the site, as far as its posts tell. */
public final class SiteAddresses {
  private final AddressTable addresses;
  private final TermTable terms;
  private final NearestNames nearest;

  SiteAddresses(AddressTable addresses, TermTable terms, Collection<IndexedPost> posts) {
    this.addresses = addresses;
    this.terms = terms;
    this.nearest =
        new NearestNames(() -> posts.stream().map(each -> AddressForms.bare(each.permalink())));
  }

  /** What is at a path. */
  public enum Place {
    /** A post or what leads to it, or something of the server. */
    SOMETHING,
    /** Nothing, but a post at the same path with another end, such as {@code .html}. */
    OTHER_END,
    /** Nothing, where all paths of this form are those of posts. */
    NOTHING,
    /** Nothing that is known. */
    UNKNOWN
  }

  /** What is at a path below {@code site.url}, which begins with {@code /} and is decoded. */
  public Place at(String path) {
    return addresses.place(path);
  }

  /** The file of the post that has a path as its own, or null. */
  public @Nullable String post(String path) {
    IndexedPost post = addresses.permalinks().holder(path);
    return post == null ? null : post.path();
  }

  /** Whether posts have addresses of a form. */
  public boolean hasForm(String form) {
    return addresses.forms().holds(form);
  }

  /** Whether a term has posts. */
  public boolean hasPosts(Term term) {
    return !terms.posts(term).isEmpty();
  }

  /** The path of the post whose path is most like one at which there is none. */
  public Optional<String> nearest(String path) {
    String bare = AddressForms.bare(path);
    return addresses.withEnd(bare).or(() -> nearest.to(bare).flatMap(addresses::withEnd));
  }

  /** The slug of the term that is most like one without posts. */
  public Optional<String> nearest(Term term) {
    Term spelt = new Term(term.taxonomy(), Slug.of(term.slug()));
    return hasPosts(spelt)
        ? Optional.of(spelt.slug())
        : Spelling.nearest(
            spelt.slug(),
            terms.of(term.taxonomy()).stream().map(Term::slug).collect(Collectors.toSet()));
  }
}
