package io.github.feedwright.post.reading;

import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Languages;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of a post, as a BCP 47 tag, and which posts are its translations. If languages
 * are configured, the end of the file name ({@code a.fr.md}) and the first folder ({@code fr/a.md})
 * can name one of them; other ends are parts of the name.
 */
final class LanguageField {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  private final Languages languages;
  private final String site;

  /** Reads languages for this configuration. */
  LanguageField(Settings settings) {
    this.languages = settings.languages();
    this.site = settings.site().language();
  }

  /**
   * The language, {@code en_US.UTF-8} as {@code en-US}; null if there is none, it is not a
   * language, or it is the site's and languages are configured.
   */
  @Nullable String read(Fields fields, PostName name, FieldProblems report) {
    String written = written(fields, report);
    if (languages.all().isEmpty()) {
      return written;
    }
    String language = written == null ? named(name) : written;
    return language == null || language.equalsIgnoreCase(site) ? null : language;
  }

  private @Nullable String written(Fields fields, FieldProblems report) {
    for (Value value : fields.values("lang", "language", "locale")) {
      String language = normalised(value.text());
      if (language != null) {
        reportUnconfigured(value, language, report);
        return language;
      }
      report.unclear(value, "is not a language; write its tag, such as en, pt-BR or zh-Hans");
    }
    return null;
  }

  private void reportUnconfigured(Value value, String language, FieldProblems report) {
    if (!languages.all().isEmpty() && languages.of(language) == null) {
      report.note(
          value,
          "is none of the configured languages, so the post is in no feed of a language; add "
              + language
              + " to languages, or write one of them");
    }
  }

  private @Nullable String named(PostName name) {
    Languages.Language end = languages.ofEnd(name.stem());
    Languages.Language language = end == null ? languages.of(folder(name)) : end;
    return language == null ? null : language.tag();
  }

  private static String folder(PostName name) {
    return name.folders().isEmpty() ? "" : name.folders().get(0);
  }

  /**
   * What a post shares with its translations: a key that its author wrote, else its path without
   * the language. Null if no languages are configured.
   */
  @Nullable String translationKey(Fields fields, PostName name) {
    if (languages.all().isEmpty()) {
      return null;
    }
    for (Value value : fields.values("translationKey", "page_id")) {
      return "key " + value.text();
    }
    boolean isInFolder = languages.of(folder(name)) != null;
    List<String> folders =
        isInFolder ? name.folders().subList(1, name.folders().size()) : name.folders();
    String stem =
        languages.ofEnd(name.stem()) == null
            ? name.stem()
            : name.stem().substring(0, name.stem().lastIndexOf('.'));
    return "path " + String.join("/", folders) + "/" + stem;
  }

  private static @Nullable String normalised(String text) {
    int encoding = text.indexOf('.');
    String tag = (encoding < 0 ? text : text.substring(0, encoding)).replace('_', '-');
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return isKnown(locale.getLanguage()) ? locale.toLanguageTag() : null;
    } catch (IllformedLocaleException notATag) {
      return null;
    }
  }

  /** A country code in place of a language ({@code cz}, {@code jp}) makes feeds invalid. */
  private static boolean isKnown(String language) {
    return language.length() == 3 || TWO_LETTERS.contains(language);
  }
}
