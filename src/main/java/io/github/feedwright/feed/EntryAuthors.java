package io.github.feedwright.feed;

import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.SiteSettings;
import io.github.feedwright.text.OneLine;
import java.util.List;

/**
 * The authors that entries name.
 *
 * @param own the author of posts that name none
 */
record EntryAuthors(Person own) {
  static EntryAuthors of(SiteSettings site) {
    Person author = site.author();
    return new EntryAuthors(author == null ? new Person(site.title(), null, null) : author);
  }

  /** The authors of a post; never empty. */
  List<Person> of(Post post) {
    return post.authors().isEmpty()
        ? List.of(own)
        : post.authors().stream()
            .map(author -> new Person(OneLine.of(author.name()), author.email(), author.url()))
            .toList();
  }
}
