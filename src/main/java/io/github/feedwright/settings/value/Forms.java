package io.github.feedwright.settings.value;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.program.Generators;
import io.github.feedwright.text.CanonicalUrl;
import io.github.feedwright.text.Nfc;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of values that are not quantities. */
public final class Forms {
  /**
   * No host, address or id is longer; a pattern with a repeated group needs stack for each
   * repetition.
   */
  private static final int MAX_MATCHED = 300;

  /**
   * Letters, marks, digits and plus, with single hyphens and dots between them; or bytes in hex.
   */
  private static final Pattern SLUG =
      Pattern.compile(
          "[\\p{L}\\p{Nd}\\p{M}+]+(?:(?:-|(?<=[\\p{L}\\p{Nd}])\\.(?=[\\p{L}\\p{Nd}]))"
              + "[\\p{L}\\p{Nd}\\p{M}+]+)*|~(?:[0-9a-f]{2})+");

  private static final String LANGUAGES = "language/";

  /** Any text; white space and line ends in it become single spaces. */
  public static final Form<String> TEXT = Forms::oneLine;

  /** A text whose line ends matter. */
  public static final Form<String> MARKDOWN = Form.of("a text", Forms::some);

  public static final Form<String> TITLE =
      Form.of("a text", text -> some(text).map(Forms::oneLine));

  public static final Form<Boolean> YES_OR_NO =
      Form.of(
          "true or false",
          text ->
              text.equals("true") || text.equals("false")
                  ? Optional.of(text.equals("true"))
                  : Optional.empty());

  public static final Form<URI> BASE_URL =
      Form.of(
          "an absolute http or https address without user, query and fragment, such as"
              + " https://blog.example.org/",
          CanonicalUrl::base);

  public static final Form<URI> URL =
      Form.of(
          "an absolute http or https address, such as https://blog.example.org/logo.png",
          CanonicalUrl::absolute);

  /** RFC 4151, section 2.1: {@code taggingEntity}, with its scheme. */
  public static final Form<String> TAG =
      matching(
          "tag:, a host or e-mail address that is yours, a comma and a date, such as"
              + " tag:blog.example.org,2013",
          Pattern.compile(
              "tag:([\\w.-]+@)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
                  + ",[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"));

  public static final Form<String> LANGUAGE =
      Form.of("a language tag (BCP 47), such as en or pt-BR", Forms::language);

  public static final Form<String> EMAIL =
      matching("an e-mail address", Pattern.compile("[^\\s@<>]+@[^\\s@<>]+"));

  public static final Form<ZoneId> ZONE =
      Form.of("a time zone, such as UTC, Europe/Prague or +02:00", orEmpty(ZoneId::of));

  public static final Form<LocalDate> DATE =
      Form.of("a date, such as 2025-06-01", orEmpty(LocalDate::parse));

  public static final Form<String> TOKEN =
      matching("the token of a report, such as 7f3a02c4", Pattern.compile("[0-9a-f]{4,64}"));

  /** A path of this server, with its query if that matters. */
  public static final Form<String> OLD_PATH =
      Form.of("a path that begins with /, without #", CanonicalUrl::path);

  public static final Form<String> NEW_PATH =
      Form.of(
          "a path that begins with /, or an absolute http or https address",
          text -> CanonicalUrl.path(text).or(() -> CanonicalUrl.absolute(text).map(URI::toString)));

  public static final Form<String> IMAGE_BASE =
      Form.of(
          "a path that begins with /, such as /images/",
          text ->
              CanonicalUrl.path(text)
                  .filter(path -> path.indexOf('?') < 0)
                  .map(path -> path.endsWith("/") ? path : path + "/"));

  /** A file extension, with or without its dot. */
  public static final Form<String> EXTENSION =
      Form.of(
          "the end of a file name, such as gpx",
          text ->
              Optional.of(text.startsWith(".") ? text.substring(1) : text)
                  .map(each -> each.toLowerCase(Locale.ROOT))
                  .filter(each -> each.matches("[a-z0-9_+-]{1,32}")));

  /** RFC 6838, section 4.2, with parameters; empty for none. */
  public static final Form<String> MEDIA_TYPE =
      Form.of(
          "a media type, such as application/gpx+xml, or none",
          text ->
              text.equals("none")
                  ? Optional.of("")
                  : Optional.of(text.toLowerCase(Locale.ROOT))
                      .filter(
                          each ->
                              each.matches(
                                  "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"
                                      + "(; ?charset=[a-z0-9_-]{1,40})?")));

  public static final Form<String> HOST =
      matching(
          "a host name or an address to listen on, such as 127.0.0.1, 0.0.0.0 or \"::1\"",
          Pattern.compile("[\\w.-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?"));

  /** The name of something that has a path. */
  public static final Form<String> SLUG_NAME =
      Form.of(
          "a slug in lower case, such as planet-python",
          text -> Optional.of(text).filter(Forms::isSlug));

  /** {@code auto}, or the name of a generator. */
  public static final Form<GeneratorChoice> GENERATOR =
      Form.of(
          listed(
              Stream.concat(Stream.of("auto"), Generators.ALL.stream().map(Generator::name))
                  .toList()),
          text ->
              text.equals("auto")
                  ? Optional.of(GeneratorChoice.AUTO)
                  : Generators.named(text).map(GeneratorChoice::of));

  private Forms() {}

  /** A path in the file system, relative to the configuration. */
  public static Form<Path> path(Path base) {
    return Form.of(
        "a path", text -> some(text).flatMap(orEmpty(each -> base.resolve(each).normalize())));
  }

  /** One of these words. */
  public static Form<String> oneOf(List<String> words) {
    return Form.of(
        listed(words), text -> words.contains(text) ? Optional.of(text) : Optional.empty());
  }

  /** A constant by its name in lower case. */
  public static <E extends Enum<E>> Form<E> constantOf(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return Form.of(
        listed(constants.stream().map(Forms::word).toList()),
        text -> constants.stream().filter(each -> word(each).equals(text)).findFirst());
  }

  /** A slug, alone or after its taxonomy. */
  public static Form<String> term(List<String> taxonomies) {
    return Form.of(
        "a slug in lower case, such as open-source, alone or behind "
            + listed(taxonomies.stream().map(each -> each + "/").toList()),
        text -> some(text).filter(each -> isTerm(each, taxonomies)));
  }

  /** A slug after its taxonomy; languages are compared in lower case. */
  public static Form<String> termOf(List<String> taxonomies) {
    return Form.of(
        "a slug in lower case, such as open-source, behind "
            + listed(taxonomies.stream().map(each -> each + "/").toList()),
        text ->
            some(text)
                .map(each -> each.startsWith(LANGUAGES) ? lowerTag(each) : each)
                .filter(each -> each.indexOf('/') >= 0 && isTerm(each, taxonomies)));
  }

  private static String lowerTag(String text) {
    return text.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static boolean isTerm(String text, List<String> taxonomies) {
    int slash = text.indexOf('/');
    return (slash < 0 || taxonomies.contains(text.substring(0, slash)))
        && isSlug(text.substring(slash + 1));
  }

  /** Whether this can be a term's slug: any other text could name a different directory. */
  private static boolean isSlug(String text) {
    return text.length() <= MAX_MATCHED
        && SLUG.matcher(text).matches()
        && Nfc.of(text).toLowerCase(Locale.ROOT).equals(text);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static Form<String> matching(String allowed, Pattern pattern) {
    return Form.of(
        allowed,
        text ->
            Optional.of(text)
                .filter(each -> each.length() <= MAX_MATCHED)
                .filter(each -> pattern.matcher(each).matches()));
  }

  private static Optional<String> language(String text) {
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(text).build().toLanguageTag())
          .filter(tag -> !tag.equals("und"));
    } catch (IllformedLocaleException notATag) {
      return Optional.empty();
    }
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(each -> !each.isBlank());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static <T> Function<String, Optional<T>> orEmpty(Function<String, T> parser) {
    return text -> {
      try {
        return Optional.of(parser.apply(text));
      } catch (DateTimeException | InvalidPathException notOfTheForm) {
        return Optional.empty();
      }
    };
  }
}
