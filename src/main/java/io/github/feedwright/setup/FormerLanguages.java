package io.github.feedwright.setup;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.settings.scope.Languages.Language;
import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages of a site: from a table for each, as Hugo and Zola have them, or from a list, as
 * Hexo and plugins of Jekyll have it.
 *
 * @param own the site's own, or null if there are neither tables nor a list
 * @param all those that have feeds, the site's own first; empty for a site in one language
 */
record FormerLanguages(@Nullable String own, List<Language> all) {
  static final FormerLanguages NONE = new FormerLanguages(null, List.of());

  /** Keys that say which one is the site's own. */
  private static final List<String> OWN =
      List.of("defaultContentLanguage", "default_language", "default_lang", "lang");

  private static final List<String> LISTS =
      List.of("languages", "language", "I18N_SUBSITES", "TRANSLATIONS");

  /** That of Hugo and of Zola where nothing is configured. */
  private static final String USUAL = "en";

  FormerLanguages {
    all = List.copyOf(all);
  }

  /** Finds them, and says what was found. */
  static FormerLanguages of(FormerKeys keys) {
    List<LanguageTable> tables = LanguageTable.of(keys);
    List<ConfigFile.Value> lists = lists(keys);
    if (tables.isEmpty() && lists.isEmpty()) {
      return NONE;
    }
    Map<String, Optional<ConfigFile.Value>> titles = new LinkedHashMap<>();
    tables.forEach(table -> table.addTo(titles));
    lists.forEach(list -> items(keys, list).forEach(tag -> titles.put(tag, Optional.empty())));
    ConfigFile.Value first = tables.isEmpty() ? lists.get(0) : LanguageTable.first(tables);
    String own = own(keys, List.copyOf(titles.keySet()), !tables.isEmpty());
    Map<String, Language> all = new LinkedHashMap<>();
    all.put(own, new Language(own, null));
    titles.forEach((tag, title) -> all.computeIfAbsent(tag, is -> language(keys, tag, title)));
    if (all.size() < 2) {
      keys.refuse(first, "languages", "there is only " + own);
      return new FormerLanguages(own, List.of());
    }
    keys.take(first, "languages", "languages: " + String.join(", ", all.keySet()));
    return new FormerLanguages(own, List.copyOf(all.values()));
  }

  private static Language language(FormerKeys keys, String tag, Optional<ConfigFile.Value> title) {
    title.ifPresent(each -> keys.take(each, "languages." + tag + ".title: " + each.text()));
    return new Language(tag, title.map(ConfigFile.Value::text).orElse(null));
  }

  /** The lists of languages that can be read. One alone under {@code language} is the site's. */
  private static List<ConfigFile.Value> lists(FormerKeys keys) {
    List<ConfigFile.Value> lists = new ArrayList<>();
    for (String key : LISTS) {
      for (ConfigFile.Value value : keys.of(key)) {
        boolean isText = value.items().size() == 1 && key.equals("language");
        if (!value.items().isEmpty() && !isText) {
          lists.add(value);
        } else if (!value.isPlain() && !isText) {
          keys.refuse(value, "it cannot be read; write languages: [en, fr] yourself");
        }
      }
    }
    return lists;
  }

  private static List<String> items(FormerKeys keys, ConfigFile.Value list) {
    List<String> tags = new ArrayList<>();
    for (String item : list.items()) {
      String tag = tag(item);
      if (tag == null) {
        keys.refuse(list, "\"" + item + "\" is no language tag such as en or pt-BR");
      } else {
        tags.add(tag);
      }
    }
    keys.settle(list);
    return tags;
  }

  private static String own(FormerKeys keys, List<String> tags, boolean hasTables) {
    String stated =
        OWN.stream()
            .flatMap(key -> keys.of(key).stream())
            .map(value -> tag(value.text()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (stated != null) {
      return stated;
    }
    // Zola needs no table for the language that it has by default.
    boolean isUsual = hasTables && (tags.contains(USUAL) || !keys.of("base_url").isEmpty());
    return isUsual || tags.isEmpty() ? USUAL : tags.get(0);
  }

  /** The tag of a language, in the usual capitals; null if a text is none. */
  static @Nullable String tag(String text) {
    try {
      String tag = Forms.LANGUAGE.read(text.strip().replace('_', '-'));
      return tag.matches("[a-z]{2,3}(-.*)?") ? tag : null;
    } catch (Form.Refused refused) {
      return null;
    }
  }
}
