package io.github.feedwright.post.field;

import io.github.feedwright.post.value.Value;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the language of a post, as a BCP 47 tag. */
public final class LanguageField {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  private LanguageField() {}

  /**
   * The language, {@code en_US.UTF-8} as {@code en-US}; null if there is none or it is not a
   * language.
   */
  public static @Nullable String read(Fields fields, FieldProblems report) {
    for (Value value : fields.values("lang", "language", "locale")) {
      String language = normalised(value.text());
      if (language != null) {
        return language;
      }
      report.unclear(value, "is not a language; write its tag, such as en, pt-BR or zh-Hans");
    }
    return null;
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
