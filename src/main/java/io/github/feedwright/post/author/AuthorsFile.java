package io.github.feedwright.post.author;

import io.github.feedwright.post.Author;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.frontmatter.DecodedText;
import io.github.feedwright.post.value.AuthorName;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Person;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the authors file: the shapes of Jekyll's and Middleman's {@code authors.yml}. */
final class AuthorsFile {
  private static final String SHAPE = "write a nickname, a colon and, indented, name, email, url";

  private AuthorsFile() {}

  static Authors read(String text, String file) {
    try {
      Node root = YamlReader.read(DecodedText.normalised(text), 1);
      return root instanceof Mapping mapping ? people(mapping, file) : none(root, file);
    } catch (MalformedYaml malformed) {
      return broken(file, malformed.line(), malformed.getMessage());
    }
  }

  private static Authors people(Mapping mapping, String file) {
    FieldProblems report = new FieldProblems(file, Kind.CONFIGURATION);
    List<Authors.Nicknamed> people = new ArrayList<>();
    for (Mapping.Field field : mapping.fields()) {
      Person person = person(field, report);
      if (person != null) {
        people.add(new Authors.Nicknamed(field.key().strip(), person));
      }
    }
    return new Authors(people, report.problems());
  }

  private static @Nullable Person person(Mapping.Field field, FieldProblems report) {
    if (Fields.isEmpty(field.value())) {
      return new Person(field.key(), null, null);
    }
    if (field.value() instanceof Scalar scalar) {
      Author author = AuthorName.of(scalar.text().strip());
      return new Person(author.name(), author.email(), author.url());
    }
    if (field.value() instanceof Mapping mapping) {
      Fields fields = Fields.of(mapping, report);
      Value name = fields.value("name", "display_name");
      return new Person(
          name == null ? field.key() : name.text(),
          AuthorContact.email(fields, report, "email"),
          AuthorContact.url(fields, report, "url", "uri", "website", "web"));
    }
    report.unclear(field.key(), field.line(), "is a list; " + SHAPE);
    return null;
  }

  private static Authors none(Node root, String file) {
    return root instanceof Null
        ? Authors.none()
        : broken(file, root.line(), "the file is not a list of authors; " + SHAPE);
  }

  private static Authors broken(String file, int line, String message) {
    return new Authors(List.of(), List.of(Problem.error(file, line, Kind.CONFIGURATION, message)));
  }
}
