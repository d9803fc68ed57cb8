package io.github.feedwright.format;

import io.github.feedwright.settings.Person;
import io.github.feedwright.text.CanonicalUrl;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's name and addresses in the form that feeds allow.
 *
 * @param name what readers see: neither an address nor markup
 * @param email an address of ASCII, or null
 * @param url http or https, of ASCII, or null
 */
record Byline(String name, @Nullable String email, @Nullable String url) {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+'!#$%*/=?^`{|}~-]+@([A-Za-z0-9-]+\\.)+[A-Za-z0-9][A-Za-z0-9-]*");

  /** A tag, which a name must not contain. */
  private static final Pattern BRACKETED = Pattern.compile("\\s*<[^<>]*>\\s*");

  private static final Pattern BRACKETS = Pattern.compile("[<>]+");
  private static final Pattern COMMENT_SYNTAX = Pattern.compile("[()\\\\]");

  static Byline of(Person person) {
    String outside = BRACKETED.matcher(person.name()).replaceAll(" ").strip();
    String name =
        outside.isEmpty() ? BRACKETS.matcher(person.name()).replaceAll(" ").strip() : outside;
    String given = person.email();
    String email = given != null && isAddress(given) ? given : null;
    return new Byline(name.isEmpty() ? nameless(email) : name, email, web(person.url()));
  }

  /**
   * {@code ada@example.org (Ada)}, or null if there is no address or it cannot be written like
   * this.
   */
  @Nullable String mailbox() {
    return email == null || COMMENT_SYNTAX.matcher(name).find() ? null : email + " (" + name + ")";
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  private static String nameless(@Nullable String email) {
    return email == null ? "Anonymous" : email.substring(0, email.indexOf('@'));
  }

  private static @Nullable String web(@Nullable String url) {
    return url == null ? null : CanonicalUrl.absolute(url).map(URI::toString).orElse(null);
  }
}
