package io.github.feedwright.post.field;

import io.github.feedwright.post.Identity;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.text.Iri;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a post says about its id. The first of {@code guid}, {@code id}, {@code
 * wordpress_url}, {@code blogger_id} is it, as it is written; but an {@code id} that is no IRI,
 * such as {@code id: 42}, is a name within the site, and put below {@code site.id}: readers compare
 * the ids of all feeds.
 */
public final class IdentityFields {
  private final String siteId;

  public IdentityFields(String siteId) {
    this.siteId = siteId;
  }

  public Identity read(Fields fields, FieldProblems report) {
    return new Identity(guid(fields), wordpressId(fields, report));
  }

  private @Nullable String guid(Fields fields) {
    List<Value> guid = fields.values("guid");
    List<Value> others = fields.values("id", "wordpress_url", "blogger_id");
    if (!guid.isEmpty() || others.isEmpty()) {
      return guid.isEmpty() ? null : guid.get(0).text();
    }
    return Iri.of(others.get(0).text(), siteId);
  }

  private static @Nullable String wordpressId(Fields fields, FieldProblems report) {
    Value value = fields.value("wordpress_id");
    if (value == null || value.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value == null ? null : value.text();
    }
    report.unclear(value, "is not a number; write the one that WordPress gave the post");
    return null;
  }
}
