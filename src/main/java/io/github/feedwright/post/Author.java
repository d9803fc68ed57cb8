package io.github.feedwright.post;

import io.github.feedwright.text.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An author of a post, already looked up in the authors file. An e-mail address in the name is
 * removed, because names and the addresses of feeds are public.
 *
 * @param term what the author's feed is named after: the nickname if there is one, else the name
 * @param name what readers see
 * @param email an address, or null
 * @param url a home page, or null
 */
public record Author(String term, String name, @Nullable String email, @Nullable String url) {
  public Author {
    // Thousands of posts have the same few.
    term = MailAddress.outOf(term).intern();
    name = MailAddress.outOf(name).intern();
  }
}
