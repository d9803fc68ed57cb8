package io.github.feedwright.settings.scope;

import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The languages that have feeds of their own.
 *
 * @param all empty if none have; else the site's own first
 */
public record Languages(List<Language> all) {
  /** No language has a feed of its own. */
  public static final Languages NONE = new Languages(List.of());

  private static final String KEY = "languages";
  private static final Form<String> TAG = text -> Forms.LANGUAGE.read(text.replace('_', '-'));

  public Languages {
    all = List.copyOf(all);
  }

  /**
   * A language.
   *
   * @param tag BCP 47
   * @param title the title of its feed, plain text, or null for the usual one
   */
  public record Language(String tag, @Nullable String title) {
    /** Its path segment: the tag in lower case. */
    public String slug() {
      return Languages.slug(tag);
    }
  }

  /**
   * Reads {@code languages}: a list of codes, or a map of codes to titles.
   *
   * @param own the site's language, which is always one of them
   */
  public static Languages read(Section root, String own) {
    Map<String, Language> all = new LinkedHashMap<>();
    if (root.isMap(KEY)) {
      Section languages = root.section(KEY);
      for (String key : languages.keys()) {
        Scalar written = new Scalar(key, false, languages.line(key));
        String tag = languages.read(key, written, TAG);
        String title = languages.section(key).optional("title", Forms.TITLE);
        if (tag != null) {
          all.put(slug(tag), new Language(tag, title));
        }
      }
    } else {
      root.list(KEY, List.of(), TAG).forEach(tag -> all.put(slug(tag), new Language(tag, null)));
    }
    return all.isEmpty() ? NONE : withFirst(own, all);
  }

  private static Languages withFirst(String own, Map<String, Language> all) {
    Map<String, Language> sorted = new LinkedHashMap<>();
    sorted.put(slug(own), all.getOrDefault(slug(own), new Language(own, null)));
    all.forEach(sorted::putIfAbsent);
    return new Languages(List.copyOf(sorted.values()));
  }

  /** The language with a tag in any case, such as {@code pt_br} or {@code pt-BR}, or null. */
  public @Nullable Language of(String tag) {
    String slug = slug(tag.replace('_', '-'));
    return all.stream().filter(each -> each.slug().equals(slug)).findFirst().orElse(null);
  }

  /** The language that a file name without its extension ends with, as {@code a.fr}, or null. */
  public @Nullable Language ofEnd(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? null : of(name.substring(dot + 1));
  }

  private static String slug(String tag) {
    return tag.toLowerCase(Locale.ROOT);
  }

  /** The taxonomies of feeds that these need. */
  public List<String> taxonomies() {
    return all.isEmpty() ? List.of() : List.of("language");
  }
}
