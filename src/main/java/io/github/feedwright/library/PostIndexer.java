package io.github.feedwright.library;

import io.github.feedwright.identity.IdRules;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.settings.Settings;
import java.util.List;

/**
 * Computes from a post alone what a library finds it by.
 *
 * @param ids where ids come from
 * @param permalinks where posts want to be
 * @param terms which terms posts have
 * @param language the site's, as a BCP 47 tag
 */
record PostIndexer(IdRules ids, Permalinks permalinks, TermAssignment terms, String language) {
  static PostIndexer of(Settings settings) {
    Permalinks permalinks = new Permalinks(settings);
    TermAssignment terms = TermAssignment.of(settings);
    return new PostIndexer(
        new IdRules(settings, permalinks), permalinks, terms, settings.site().language());
  }

  IndexedPost index(Post post) {
    String given = ids.given(post);
    List<SpelledTerm> its = terms.of(post);
    String guid = given == null ? ids.ofName(post.stem()) : given;
    return new IndexedPost(
        post,
        its,
        terms.isInMain(its),
        given,
        guid,
        ids.iri(guid),
        permalinks.of(post),
        PostPaths.isTranslated(post.path(), language),
        post.address().aliases().stream().map(Permalinks::path).distinct().toList(),
        PostLookup.bare(post.path()));
  }
}
