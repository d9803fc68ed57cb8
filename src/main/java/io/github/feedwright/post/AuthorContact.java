package io.github.feedwright.post;

import org.jspecify.annotations.Nullable;

/** How an author can be reached; what is no address is left out and reported. */
final class AuthorContact {
  private AuthorContact() {}

  static @Nullable String email(Fields fields, Report report, String... keys) {
    Value value = fields.value(keys);
    if (value == null || AuthorName.isEmail(value.text())) {
      return value == null ? null : value.text();
    }
    report.unclear(value, "is not an e-mail address; write one like ada@example.org");
    return null;
  }

  static @Nullable String url(Fields fields, Report report, String... keys) {
    Value value = fields.value(keys);
    if (value == null || WebAddress.of(value.text()) != null) {
      return value == null ? null : value.text();
    }
    report.unclear(value, "is not a web address; begin it with https://");
    return null;
  }
}
