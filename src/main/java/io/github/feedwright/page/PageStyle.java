package io.github.feedwright.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.text.Sha256;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet, which is part of every page.
 *
 * @param css exactly the text between the tags, because its hash is computed from it; without white
 *     space around it, which a validator leaves out of the hash
 * @param policy the Content-Security-Policy of a page: this style sheet, pictures and media from
 *     anywhere, what it says about itself as data, and nothing else
 */
public record PageStyle(String css, String policy) {
  static PageStyle of(String rendered) {
    String css = rendered.strip();
    return new PageStyle(
        css,
        "default-src 'none'; style-src 'sha256-"
            + hash(css)
            + "'; img-src http: https: data:; media-src http: https:; base-uri 'none';"
            + " form-action 'none'");
  }

  /** The same for a page with data in a script element, which browsers do not run. */
  PageStyle with(Head.@Nullable Article article) {
    return article == null
        ? this
        : new PageStyle(css, policy + "; script-src 'sha256-" + hash(article.json()) + "'");
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(UTF_8)));
  }
}
