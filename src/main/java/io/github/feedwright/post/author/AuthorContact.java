package io.github.feedwright.post.author;

import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.value.AuthorName;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.post.value.WebAddress;
import org.jspecify.annotations.Nullable;

/** How an author can be reached; what is not an address is left out and reported. */
final class AuthorContact {
  private AuthorContact() {}

  static @Nullable String email(Fields fields, FieldProblems report, String... keys) {
    Value value = fields.value(keys);
    if (value == null || AuthorName.isEmail(value.text())) {
      return value == null ? null : value.text();
    }
    report.unclear(value, "is not an e-mail address; write one like ada@example.org");
    return null;
  }

  static @Nullable String url(Fields fields, FieldProblems report, String... keys) {
    Value value = fields.value(keys);
    WebAddress address = value == null ? null : WebAddress.of(value.text());
    if (value != null && address == null) {
      report.unclear(value, "is not a web address; write one like https://example.org/page/");
    }
    return address == null ? null : address.text();
  }
}
