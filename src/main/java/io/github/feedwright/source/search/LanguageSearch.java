package io.github.feedwright.source.search;

import io.github.feedwright.generator.program.Hugo;
import io.github.feedwright.generator.program.Nikola;
import io.github.feedwright.generator.rule.SiteLanguages;
import io.github.feedwright.settings.scope.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the languages that the configuration of a generator declares. */
final class LanguageSearch {
  private static final Pattern DECLARED = Pattern.compile("(?i)languages\\.([^.]+)(?:\\..*)?");

  /** Nikola's. */
  private static final Pattern TRANSLATIONS =
      Pattern.compile("(?m)^TRANSLATIONS\\s*=\\s*\\{([^}]*)}");

  private static final Pattern KEY = Pattern.compile("#[^\\n]*|[\"']([\\w-]+)[\"']\\s*:");

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
    List<String> declared = declared(found);
    String main = main(found);
    return declared.isEmpty()
        ? SiteLanguages.NONE
        : new SiteLanguages(
            main,
            declared.stream()
                .filter(each -> !each.equalsIgnoreCase(main) && configured.of(each) == null)
                .toList());
  }

  /** In the letters that end the names of files: Hugo reads all of its own as small. */
  private static List<String> declared(GeneratorSearch.Found found) {
    Matcher translations = TRANSLATIONS.matcher(found.file().text());
    if (found.generator().equals(new Nikola())) {
      return translations.find()
          ? KEY.matcher(translations.group(1))
              .results()
              .map(key -> key.group(1))
              .filter(Objects::nonNull)
              .toList()
          : List.of();
    }
    boolean isHugo = found.generator().equals(new Hugo());
    return found.file().values().stream()
        .map(value -> DECLARED.matcher(value.key()))
        .filter(Matcher::matches)
        .map(key -> isHugo ? key.group(1).toLowerCase(Locale.ROOT) : key.group(1))
        .distinct()
        .toList();
  }

  private static String main(GeneratorSearch.Found found) {
    String hugos = found.file().value("defaultContentLanguage");
    String zolas = found.file().value("default_language");
    String nikolas = found.file().value("DEFAULT_LANG");
    String main = hugos != null ? hugos : zolas != null ? zolas : nikolas;
    return main == null ? "en" : main;
  }
}
