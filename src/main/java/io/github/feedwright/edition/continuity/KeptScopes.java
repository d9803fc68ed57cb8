package io.github.feedwright.edition.continuity;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Languages;
import java.util.LinkedHashSet;
import java.util.Set;

/** The terms that have feeds even without posts: {@code feeds.keep}, combinations, languages. */
public final class KeptScopes {
  private KeptScopes() {}

  /** The scopes that a configuration keeps. */
  public static Set<Scope> of(Settings all) {
    FeedsSettings settings = all.feeds();
    Set<Scope> kept = new LinkedHashSet<>();
    for (String name : settings.keep()) {
      int slash = name.indexOf('/');
      String taxonomy = slash < 0 ? "" : name.substring(0, slash);
      for (Taxonomy each : Taxonomy.values()) {
        boolean meant =
            slash < 0 || taxonomy.equals(each.label()) || taxonomy.equals(each.plural());
        if (meant && each.hasFeeds(settings)) {
          kept.add(new Scope(new Term(each, name.substring(slash + 1))));
        }
      }
    }
    for (Combination each : settings.combinations().named()) {
      kept.add(new Scope(new Term(Taxonomy.COMBINATION, each.name())));
    }
    for (Languages.Language each : all.languages().all()) {
      kept.add(new Scope(new Term(Taxonomy.LANGUAGE, each.slug())));
    }
    return kept;
  }

  /** The terms that had a feed before, and keep it until the restart. */
  public static Set<Scope> untilRestart(Set<Scope> before, FeedsSettings settings) {
    Set<Scope> kept = new LinkedHashSet<>(before);
    kept.removeIf(each -> each.term() == null || !each.term().taxonomy().hasFeeds(settings));
    return kept;
  }
}
