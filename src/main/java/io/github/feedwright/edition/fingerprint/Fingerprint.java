package io.github.feedwright.edition.fingerprint;

import io.github.feedwright.feed.Feed;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.page.FeedLink;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.page.Site;
import io.github.feedwright.store.RecordText;
import io.github.feedwright.text.Sha256;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;

/** The digests of what documents are made of: where one is the same, the document is. */
final class Fingerprint {
  /** Each entry of a feed has its own; words follow from the settings and their language. */
  private static final Map<Class<?>, String> LEFT_OUT =
      Map.of(Feed.class, "entries", Words.class, "texts");

  /** What many pages have: it goes into their digests by its own. */
  private static final Set<Class<?>> SHARED = Set.of(Site.class, PostSummary.class, FeedLink.class);

  private final RecordText texts = new RecordText(Fingerprint::counts, SHARED);

  /** The digest of a page, of a feed without its entries, or of an entry. */
  String of(Record model) {
    return Sha256.ofTexts(texts.text(model));
  }

  private static boolean counts(RecordComponent component) {
    return !component.getName().equals(LEFT_OUT.get(component.getDeclaringRecord()));
  }
}
