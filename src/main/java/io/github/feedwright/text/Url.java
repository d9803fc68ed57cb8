package io.github.feedwright.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL reference in its five parts (RFC 3986 section 3), from an author's text to canonical ASCII.
 * {@link java.net.URI} refuses much of what authors write, and resolves {@code ?query} wrongly.
 */
public record Url(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern NOISE = Pattern.compile("[\\t\\n\\r]");

  /** Parses a reference that an author wrote; blanks around it and newlines in it are removed. */
  public static Url parse(String text) {
    String rest = NOISE.matcher(text).replaceAll("").strip();
    String scheme = null;
    Matcher matcher = SCHEME.matcher(rest);
    if (matcher.lookingAt()) {
      scheme = matcher.group(1).toLowerCase(Locale.ROOT);
      rest = rest.substring(matcher.end());
    }
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? null : rest.substring(hash + 1);
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? null : rest.substring(mark + 1);
    String path = mark < 0 ? rest : rest.substring(0, mark);
    String authority = null;
    if (isWeb(scheme)) {
      path = path.replace('\\', '/');
    }
    if (path.startsWith("//")) {
      int slash = path.indexOf('/', 2);
      authority = path.substring(2, slash < 0 ? path.length() : slash);
      path = slash < 0 ? "" : path.substring(slash);
    }
    return new Url(scheme, authority, path, query, fragment);
  }

  /** Whether URLs of a scheme have a host and a path; a reference without a scheme counts too. */
  private static boolean isWeb(@Nullable String scheme) {
    return scheme == null || scheme.equals("http") || scheme.equals("https");
  }

  /** Whether this begins with {@code http:} or {@code https:}. */
  boolean isHttp() {
    return scheme != null && isWeb(scheme);
  }

  /** Whether this is a web address whose host or port cannot exist. */
  public boolean isImpossible() {
    return isWeb(scheme) && canonical() == null;
  }

  /** Whether this is relative to the page: no scheme, host or leading slash. */
  public boolean isPathRelative() {
    return scheme == null && authority == null && !path.isEmpty() && !path.startsWith("/");
  }

  /** Resolves this reference against a page (RFC 3986 section 5.2.2). */
  public Url resolve(Url base) {
    if (scheme != null) {
      return new Url(scheme, authority, withoutDots(path), query, fragment);
    }
    if (authority != null) {
      return new Url(base.scheme, authority, withoutDots(path), query, fragment);
    }
    if (path.isEmpty()) {
      String kept = query == null ? base.query : query;
      return new Url(base.scheme, base.authority, base.path, kept, fragment);
    }
    String merged =
        path.startsWith("/") ? path : base.path.substring(0, base.path.lastIndexOf('/') + 1) + path;
    return new Url(base.scheme, base.authority, withoutDots(merged), query, fragment);
  }

  /** RFC 3986 section 5.2.4. */
  private static String withoutDots(String path) {
    if (!path.startsWith("/") || !path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (!dots) {
        kept.addLast(segments[i]);
      } else if (i == segments.length - 1) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** The same without its fragment. */
  public Url withoutFragment() {
    return new Url(scheme, authority, path, query, null);
  }

  /**
   * The canonical form in ASCII: lower-case host, no default port, no blank, upper-case hex.
   *
   * @return the form, or null if the host of an http or https URL cannot exist
   */
  public @Nullable String canonical() {
    StringBuilder out = new StringBuilder();
    if (scheme != null) {
      out.append(scheme).append(':');
    }
    if (authority != null || isHttp()) {
      String host = authority == null ? null : Host.canonical(authority, scheme);
      if (host == null) {
        return null;
      }
      out.append("//").append(host).append(path.isEmpty() ? "/" : "");
    }
    // Encoded dots are dots (WHATWG, "double-dot URL path segment").
    out.append(withoutDots(PercentEncoding.normalised(path)));
    if (query != null) {
      out.append('?').append(PercentEncoding.normalised(query));
    }
    if (fragment != null) {
      out.append('#').append(PercentEncoding.normalised(fragment));
    }
    return out.toString();
  }
}
