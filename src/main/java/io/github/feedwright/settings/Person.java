package io.github.feedwright.settings;

import io.github.feedwright.text.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A person, as the configuration or the authors file names them. An e-mail address in the name is
 * removed, because names are public.
 *
 * @param name what readers see
 * @param email an address, or null
 * @param url a home page, or null
 */
public record Person(String name, @Nullable String email, @Nullable String url) {
  public Person {
    name = MailAddress.outOf(name);
  }
}
