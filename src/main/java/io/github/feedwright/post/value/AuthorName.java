package io.github.feedwright.post.value;

import io.github.feedwright.post.Author;
import org.jspecify.annotations.Nullable;

/**
 * An author in one string: {@code Name}, {@code Name <mail>}, {@code mail (Name)}, {@code mail}.
 */
public final class AuthorName {
  private AuthorName() {}

  public static Author of(String text) {
    int open = text.indexOf('<');
    if (open > 0 && text.endsWith(">")) {
      return of(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }
    open = text.indexOf('(');
    if (open > 0 && text.endsWith(")") && isEmail(text.substring(0, open).strip())) {
      return of(text.substring(open + 1, text.length() - 1), text.substring(0, open));
    }
    return isEmail(text) ? of(text.substring(0, text.indexOf('@')), text) : named(text, null, null);
  }

  private static Author of(String name, String contact) {
    String bare = contact.strip();
    String shown = unquoted(name.strip());
    if (isEmail(bare)) {
      return named(shown, bare, null);
    }
    WebAddress address = WebAddress.of(bare);
    return named(shown, null, address == null ? null : address.text());
  }

  private static Author named(String name, @Nullable String email, @Nullable String url) {
    return new Author(name, name, email, url);
  }

  private static String unquoted(String name) {
    return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name;
  }

  /** Enough to distinguish an address from a name; nothing is ever sent to it. */
  public static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at < text.length() - 1
        && text.indexOf('@', at + 1) < 0
        && text.chars().noneMatch(c -> c <= ' ' || "<>()\",;:\\".indexOf(c) >= 0);
  }
}
