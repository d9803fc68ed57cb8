package io.github.feedwright.post.value;

import io.github.feedwright.post.Author;
import org.jspecify.annotations.Nullable;

/**
 * An author in one string: {@code Name}, {@code Name <mail>}, {@code mail (Name)}, {@code mail},
 * {@code Name (mail)}, {@code Name (web address)}, {@code Name <mail> (web address)}. In square
 * brackets too.
 */
public final class AuthorName {
  private static final String MAILTO = "mailto:";

  private AuthorName() {}

  /** The author with all addresses, as a configuration names one. */
  public static Author of(String text) {
    int open = text.indexOf('<');
    if (open > 0 && text.endsWith(">")) {
      return of(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }
    open = text.indexOf('(');
    if (open > 0 && text.endsWith(")") && isEmail(text.substring(0, open).strip())) {
      return of(text.substring(open + 1, text.length() - 1), text.substring(0, open));
    }
    int contact = contact(text);
    if (contact > 0) {
      Author before = of(text.substring(0, contact).strip());
      Author inside = of(before.name(), inBrackets(text, contact));
      return new Author(
          before.term(),
          before.name(),
          before.email() == null ? inside.email() : before.email(),
          before.url() == null ? inside.url() : before.url());
    }
    return isEmail(text) ? of(text.substring(0, text.indexOf('@')), text) : named(text, null, null);
  }

  /**
   * The author of a post. An e-mail address that follows a name in round or square brackets is not
   * published: {@code Name <mail>} is how an author gives one to readers.
   */
  public static Author inPost(String text) {
    int contact = contact(text);
    return contact > 0 && isEmail(inBrackets(text, contact))
        ? of(text.substring(0, contact).strip())
        : of(text);
  }

  /** The name without an address in round or square brackets after it. */
  public static String withoutContact(String name) {
    int contact = contact(name);
    return contact > 0 ? name.substring(0, contact).strip() : name;
  }

  /** Where the brackets around an address at the end begin, or -1. */
  private static int contact(String text) {
    int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
    if (open < 1 || !text.endsWith(text.charAt(open) == '(' ? ")" : "]")) {
      return -1;
    }
    String inside = inBrackets(text, open);
    boolean isContact = isEmail(inside) || WebAddress.of(inside) != null;
    return isContact && !text.substring(0, open).isBlank() ? open : -1;
  }

  private static String inBrackets(String text, int open) {
    String inside = text.substring(open + 1, text.length() - 1).strip();
    return inside.startsWith(MAILTO) ? inside.substring(MAILTO.length()) : inside;
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
