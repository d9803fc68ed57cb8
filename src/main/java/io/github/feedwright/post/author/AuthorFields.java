package io.github.feedwright.post.author;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.field.BoundedList;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.field.ListedNames;
import io.github.feedwright.post.value.AuthorList;
import io.github.feedwright.post.value.AuthorName;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the authors of a post, in every form that front matter has for them. */
public final class AuthorFields {
  private final Authors known;
  private final int most;
  private final GeneratorChoice generator;

  /** Reads at most this many authors per post. */
  public AuthorFields(Authors known, int most, GeneratorChoice generator) {
    this.known = known;
    this.most = most;
    this.generator = generator;
  }

  /** The authors in order, without duplicates. */
  public List<Author> read(Fields fields, FieldProblems report) {
    List<Author> authors = new ArrayList<>();
    for (String key : List.of("author", "authors")) {
      Mapping.Field field = fields.get(key);
      if (field != null && field.value() instanceof Scalar scalar) {
        names(key, ListedNames.shown(key, scalar, report))
            .forEach(name -> authors.add(named(name)));
      } else if (field != null) {
        collect(field.key(), field.value(), fields, authors, report);
      }
    }
    Fields taxonomies = fields.nested("taxonomies");
    if (taxonomies != null) {
      authors.addAll(read(taxonomies, report));
    }
    List<Author> each = distinct(withFlatFields(authors, fields, report));
    return new BoundedList(most, fields, report)
        .of(each, Author::term, "authors", "authors", "author", "taxonomies");
  }

  private void collect(
      String key, Node node, Fields fields, List<Author> authors, FieldProblems report) {
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      authors.add(named(ListedNames.shown(key, scalar, report)));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(key, item, fields, authors, report));
    } else if (node instanceof Mapping mapping) {
      Author author = mapped(fields.inside(key, mapping), report);
      if (author == null) {
        report.unclear(key, node.line(), "has no name; add name: and the author's name");
      } else {
        authors.add(author);
      }
    }
  }

  /**
   * A known nickname may contain a comma; else commas (or semicolons, if there are any) separate
   * names.
   */
  private List<String> names(String key, String text) {
    if (text.isEmpty()
        || known.find(text) != null
        || !generator.generator().splitsAuthors(key, generator.values())) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    boolean hasSemicolons = text.chars().anyMatch(c -> ListedNames.SEMICOLONS.indexOf(c) >= 0);
    String separators = hasSemicolons ? ListedNames.SEMICOLONS + "\n" : ListedNames.COMMAS;
    return AuthorList.split(text, separators);
  }

  private Author named(String text) {
    Author written = AuthorName.inPost(text);
    Authors.Nicknamed exact = known.find(text);
    Authors.Nicknamed found = exact != null ? exact : known.find(written.name());
    // A nickname may be an address: it is not published for that.
    return found == null
        ? written
        : merged(found, null, exact != null ? null : written.email(), written.url());
  }

  private @Nullable Author mapped(Fields fields, FieldProblems report) {
    Value login = fields.value("login", "nickname");
    Value name = fields.value("name", "display_name");
    return author(
        shown(login, report),
        shown(name, report),
        AuthorContact.email(fields, report, "email"),
        AuthorContact.url(fields, report, "url", "uri", "website", "web"));
  }

  private @Nullable Author author(
      @Nullable String login, @Nullable String name, @Nullable String email, @Nullable String url) {
    String key = login != null ? login : name;
    if (key == null) {
      return null;
    }
    String shown = AuthorName.withoutContact(name != null ? name : key);
    Authors.Nicknamed found = known.find(key);
    if (found != null) {
      return merged(found, login != null && name != null ? shown : null, email, url);
    }
    return new Author(AuthorName.withoutContact(key), shown, email, url);
  }

  private static @Nullable String shown(@Nullable Value name, FieldProblems report) {
    return name == null ? null : ListedNames.shown(name, report);
  }

  /** What the post says wins; the authors file fills in the rest. */
  private static Author merged(
      Authors.Nicknamed found,
      @Nullable String name,
      @Nullable String email,
      @Nullable String url) {
    return new Author(
        found.nickname(),
        name != null ? name : found.person().name(),
        email != null ? email : found.person().email(),
        url != null ? url : found.person().url());
  }

  /** WordPress imports: {@code author_login} and the like say more about the post's only author. */
  private List<Author> withFlatFields(List<Author> authors, Fields fields, FieldProblems report) {
    if (authors.size() > 1) {
      return authors;
    }
    String login = shown(fields.value("author_login"), report);
    String email = AuthorContact.email(fields, report, "author_email");
    String url = AuthorContact.url(fields, report, "author_url", "author_uri");
    if (authors.isEmpty()) {
      Author flat = author(login, shown(fields.value("author_name"), report), email, url);
      return flat == null ? List.of() : List.of(flat);
    }
    return List.of(completed(authors.get(0), login, email, url));
  }

  private Author completed(
      Author only, @Nullable String login, @Nullable String email, @Nullable String url) {
    Author named =
        new Author(
            login != null && only.term().equals(only.name()) ? login : only.term(),
            only.name(),
            only.email() != null ? only.email() : email,
            only.url() != null ? only.url() : url);
    Authors.Nicknamed found = known.find(named.term());
    return found == null ? named : merged(found, named.name(), named.email(), named.url());
  }

  private static List<Author> distinct(List<Author> authors) {
    Map<String, Author> byTerm = new LinkedHashMap<>();
    authors.stream()
        .filter(author -> ListedNames.isVisible(author.name()))
        .forEach(author -> byTerm.putIfAbsent(author.term(), author));
    return List.copyOf(byTerm.values());
  }
}
