package io.github.feedwright.edition.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Media;
import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes a content as bytes. Only the program that wrote them reads them: the key under which they
 * are kept names it. So they need no version.
 */
final class ContentWriter {
  /** The kinds of {@link Reference}. */
  static final byte POST = 0;

  static final byte FILE = 1;
  static final byte FOLDER = 2;
  static final byte ADDRESS = 3;
  static final byte TERM = 4;
  static final byte PAGE = 5;

  /** The kinds of excerpt: none, a beginning of the whole, another text. */
  static final byte NONE = 0;

  static final byte BEGINNING = 1;
  static final byte OTHER = 2;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(written);

  private ContentWriter() {}

  /** Writes one thing. */
  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  /**
   * The bytes of a content.
   *
   * @throws IOException if it holds half a character, which UTF-8 has no bytes for
   */
  static byte[] bytes(Content content) throws IOException {
    ContentWriter writer = new ContentWriter();
    writer.write(content);
    return writer.written.toByteArray();
  }

  private void write(Content content) throws IOException {
    write(content.html());
    writeExcerpt(content.html(), content.excerptHtml());
    write(content.summary());
    writeIfThere(content.image(), this::write);
    writeAll(content.media(), this::write);
    writeAll(content.uses(), this::write);
    writeAll(content.problems(), this::write);
  }

  private void writeExcerpt(String html, @Nullable String excerpt) throws IOException {
    if (excerpt == null) {
      out.writeByte(NONE);
    } else if (html.startsWith(excerpt)) {
      out.writeByte(BEGINNING);
      out.writeInt(excerpt.length());
    } else {
      out.writeByte(OTHER);
      write(excerpt);
    }
  }

  private void write(Media media) throws IOException {
    write(media.url());
    out.writeLong(media.length());
    write(media.type());
  }

  private void write(Problem problem) throws IOException {
    write(problem.file());
    out.writeInt(problem.line());
    write(problem.level().name());
    write(problem.kind().name());
    write(problem.message());
  }

  private void write(Reference use) throws IOException {
    if (use instanceof Reference.PostLink link) {
      out.writeByte(POST);
      write(link.name());
      writeIfThere(link.permalink(), this::write);
    } else if (use instanceof Reference.FolderLink link) {
      out.writeByte(FOLDER);
      write(link.path());
      out.writeBoolean(link.holdsFiles());
    } else if (use instanceof Reference.AddressLink link) {
      out.writeByte(ADDRESS);
      write(link.path());
      write(link.place().name());
    } else if (use instanceof Reference.PageLink link) {
      out.writeByte(PAGE);
      write(link.path());
      writeIfThere(link.post(), this::write);
    } else if (use instanceof Reference.TermLink link) {
      out.writeByte(TERM);
      write(link.term().name());
      out.writeBoolean(link.hasPosts());
    } else if (use instanceof Reference.FileLink link) {
      out.writeByte(FILE);
      write(link.path());
      writeIfThere(link.attachment(), this::write);
    }
  }

  private void write(Attachment attachment) throws IOException {
    write(attachment.path());
    out.writeLong(attachment.size());
    write(attachment.access().name());
    writeIfThere(attachment.page(), this::write);
  }

  private <T> void writeIfThere(@Nullable T value, Writing<T> writing) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      writing.write(value);
    }
  }

  private <T> void writeAll(Collection<T> values, Writing<T> writing) throws IOException {
    out.writeInt(values.size());
    for (T each : values) {
      writing.write(each);
    }
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    out.writeInt(bytes.remaining());
    out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
  }
}
