package io.github.feedwright.format;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import io.github.feedwright.text.Escape;

/** Text and person constructs (RFC 4287, sections 3.1 and 3.2). */
final class AtomText {
  private AtomText() {}

  /**
   * Plain text. If a reader could take it for markup, it is sent as the HTML that shows it: readers
   * disagree about {@code <} in plain text, and the validator warns.
   */
  static Content plain(String text) {
    return Escape.isMarkup(text) ? html(Escape.text(text)) : construct(Content.TEXT, text);
  }

  static Content html(String html) {
    return construct(Content.HTML, html);
  }

  static SyndPerson person(io.github.feedwright.settings.Person source) {
    Byline byline = Byline.of(source);
    Person person = new Person();
    person.setName(byline.name());
    person.setEmail(byline.email());
    person.setUri(byline.url());
    return person;
  }

  private static Content construct(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }
}
