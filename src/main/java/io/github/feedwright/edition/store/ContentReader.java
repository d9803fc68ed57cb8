package io.github.feedwright.edition.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Media;
import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.SiteAddresses.Place;
import io.github.feedwright.library.Term;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ContentWriter} has written. */
final class ContentReader {
  private final ByteBuffer in;

  private ContentReader(ByteBuffer in) {
    this.in = in;
  }

  /**
   * The content.
   *
   * @throws RuntimeException if the bytes are not those of a content
   */
  static Content read(ByteBuffer bytes) {
    return new ContentReader(bytes).content();
  }

  private Content content() {
    String html = text();
    return new Content(
        html,
        excerpt(html),
        text(),
        ifThere(this::text),
        list(() -> new Media(text(), in.getLong(), text())),
        Set.copyOf(list(this::use)),
        list(this::problem));
  }

  private @Nullable String excerpt(String html) {
    return switch (in.get()) {
      case ContentWriter.NONE -> null;
      case ContentWriter.BEGINNING -> html.substring(0, in.getInt());
      default -> text();
    };
  }

  private Reference use() {
    byte kind = in.get();
    String name = text();
    return switch (kind) {
      case ContentWriter.POST -> new Reference.PostLink(name, ifThere(this::text));
      case ContentWriter.FOLDER -> new Reference.FolderLink(name, in.get() != 0);
      case ContentWriter.ADDRESS -> new Reference.AddressLink(name, Place.valueOf(text()));
      case ContentWriter.PAGE -> new Reference.PageLink(name, ifThere(this::text));
      case ContentWriter.TERM -> new Reference.TermLink(Term.named(name), in.get() != 0);
      default -> new Reference.FileLink(name, ifThere(this::attachment));
    };
  }

  private Attachment attachment() {
    String path = text();
    long size = in.getLong();
    Attachment.Access access = Attachment.Access.valueOf(text());
    return new Attachment(path, size, access, ifThere(this::text));
  }

  private Problem problem() {
    return new Problem(text(), in.getInt(), Level.valueOf(text()), Kind.valueOf(text()), text());
  }

  private <T> @Nullable T ifThere(Supplier<T> value) {
    return in.get() == 0 ? null : value.get();
  }

  private <T> List<T> list(Supplier<T> each) {
    List<T> list = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      list.add(each.get());
    }
    return list;
  }

  private String text() {
    int length = in.getInt();
    String text = new String(in.array(), in.arrayOffset() + in.position(), length, UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
