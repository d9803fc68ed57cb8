package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Body;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.DeclaredMedia;
import io.github.feedwright.post.FieldLines;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.author.AuthorFields;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.field.AddressFields;
import io.github.feedwright.post.field.EnclosureFields;
import io.github.feedwright.post.field.FeedFields;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.field.IdentityFields;
import io.github.feedwright.post.field.ImageFields;
import io.github.feedwright.post.field.TermFields;
import io.github.feedwright.post.field.TextFields;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.frontmatter.FrontMatter;
import io.github.feedwright.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Puts a post together from its fields and its text. */
final class PostBuilder {
  private final Generator generator;
  private final boolean components;
  private final FileRules files;
  private final TermFields terms;
  private final AuthorFields authors;
  private final AddressFields addresses;
  private final IdentityFields identities;
  private final LanguageField languages;

  PostBuilder(Settings settings, Authors authors, AddressFields addresses, FileRules files) {
    int most = settings.limits().terms();
    this.generator = settings.posts().generator();
    this.components = settings.posts().written().markdown().components();
    this.terms = new TermFields(most, generator);
    this.authors = new AuthorFields(authors, most, settings.posts().written());
    this.addresses = addresses;
    this.files = files;
    this.identities = new IdentityFields(settings.site().id());
    this.languages = new LanguageField(settings);
  }

  /**
   * The post.
   *
   * @param hash of its file
   * @param permalink the one that it states, or null
   */
  Post build(
      PostSource source,
      String hash,
      Dates dates,
      Visibility visibility,
      @Nullable String permalink) {
    Fields fields = source.fields();
    PostName name = source.name();
    FieldProblems report = source.report();
    Body.Markup markup =
        PostName.isMarkdown(source.path()) ? Body.Markup.MARKDOWN : Body.Markup.HTML;
    TitledBody text = titled(body(source, markup));
    String heading = fields.get("title") == null ? text.title() : null;
    return new Post(
        source.path(),
        hash,
        name.stem(),
        heading == null ? TextFields.title(fields, name, generator) : heading,
        dates,
        visibility,
        authors.read(fields, report),
        terms.categories(fields, files.categories(source.path()), report),
        terms.tags(fields, report),
        addresses.read(fields, name, permalink, report),
        identities.read(fields, report),
        FeedFields.read(fields, report),
        new DeclaredMedia(ImageFields.read(fields, report), EnclosureFields.read(fields, report)),
        languages.read(fields, name, report),
        languages.translationKey(fields, name),
        new Body(
            text.body(),
            markup,
            source.frontMatter().bodyLine(),
            TextFields.math(fields),
            ShownValues.of(source.frontMatter(), generator)),
        FieldLines.of(source.frontMatter().fields()));
  }

  private TitledBody titled(String body) {
    return generator.titlesByHeading() ? TitledBody.of(body) : new TitledBody(null, body);
  }

  private String body(PostSource source, Body.Markup markup) {
    FrontMatter read = source.frontMatter();
    boolean isMdx = components && markup == Body.Markup.MARKDOWN;
    if (!isMdx && !PostName.isMdx(source.path())) {
      boolean mayHoldTags = markup == Body.Markup.MARKDOWN && generator.isCautious();
      return mayHoldTags ? Mdx.withoutTags(read.body()) : read.body();
    }
    String markdown = Mdx.markdown(read.body());
    if (Mdx.isMostlyGone(read.body(), markdown)) {
      source.report().mostlyGone(read.bodyLine());
    }
    return markdown;
  }
}
