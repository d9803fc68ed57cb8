package io.github.feedwright.source.search;

import io.github.feedwright.generator.rule.SiteLanguages;
import io.github.feedwright.settings.scope.Languages;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the languages that the configuration of a generator declares. */
final class LanguageSearch {
  private static final Pattern DECLARED = Pattern.compile("(?i)languages\\.([^.]+)(?:\\..*)?");

  private LanguageSearch() {}

  /**
   * The languages of a site; none where the ends of file names are only that.
   *
   * @param configured those whose posts are published
   */
  static SiteLanguages in(GeneratorSearch.Found found, Languages configured) {
    if (!found.generator().putsLanguagesFirst()) {
      return SiteLanguages.NONE;
    }
    List<String> declared =
        found.file().values().stream()
            .map(value -> DECLARED.matcher(value.key()))
            .filter(Matcher::matches)
            .map(MatchResult.class::cast)
            .map(key -> key.group(1))
            .distinct()
            .toList();
    String main = main(found);
    return declared.isEmpty()
        ? SiteLanguages.NONE
        : new SiteLanguages(
            main,
            declared.stream()
                .filter(each -> !each.equalsIgnoreCase(main) && configured.of(each) == null)
                .toList());
  }

  private static String main(GeneratorSearch.Found found) {
    String hugos = found.file().value("defaultContentLanguage");
    String zolas = found.file().value("default_language");
    return hugos != null ? hugos : zolas != null ? zolas : "en";
  }
}
