package io.github.feedwright.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Attachment;
import io.github.feedwright.source.PrivateFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A file with a checksum, and then the key and the links of each stored post. It is read completely
 * or not at all: if it is damaged, cut off or from another program, it is ignored.
 *
 * @param path the path of the file
 * @param identity identifies the program and its settings, because another program may use another
 *     format
 */
record CheckMemoryFile(Path path, String identity) {
  private static final byte POST = 0;
  private static final byte FILE = 1;
  private static final byte FOLDER = 2;

  /** The content; empty if the file is missing or damaged. */
  Map<String, Set<Reference>> read() {
    try {
      byte[] bytes = Files.readAllBytes(path);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return in.readLong() == checksum(bytes) ? posts(in) : Map.of();
    } catch (IOException absent) {
      return Map.of();
    }
  }

  private static Map<String, Set<Reference>> posts(DataInputStream in) throws IOException {
    Map<String, Set<Reference>> posts = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = text(in);
      Set<Reference> uses = new HashSet<>();
      for (int more = in.readInt(); more > 0; more--) {
        uses.add(use(in));
      }
      posts.put(key, uses);
    }
    return posts;
  }

  private static Reference use(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    String name = text(in);
    boolean isThere = in.readBoolean();
    return switch (kind) {
      case POST -> new Reference.PostLink(name, isThere ? text(in) : null);
      case FOLDER -> new Reference.FolderLink(name, isThere);
      default -> new Reference.FileLink(name, isThere ? attachment(in) : null);
    };
  }

  private static Attachment attachment(DataInputStream in) throws IOException {
    return new Attachment(text(in), in.readLong(), Attachment.Access.valueOf(text(in)));
  }

  private static String text(DataInputStream in) throws IOException {
    char[] text = new char[in.readInt()];
    for (int at = 0; at < text.length; at++) {
      text[at] = in.readChar();
    }
    return new String(text);
  }

  /**
   * Replaces the file atomically, so that two writers do not mix. Only its owner may read it,
   * because it names files, including drafts.
   */
  void write(Map<String, Set<Reference>> posts) throws IOException {
    PrivateFile.replace(path, bytes(posts));
  }

  private byte[] bytes(Map<String, Set<Reference>> posts) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(written);
    out.writeLong(0);
    out.writeInt(posts.size());
    for (Map.Entry<String, Set<Reference>> post : posts.entrySet()) {
      write(post.getKey(), out);
      out.writeInt(post.getValue().size());
      for (Reference use : post.getValue()) {
        write(use, out);
      }
    }
    byte[] bytes = written.toByteArray();
    return ByteBuffer.wrap(bytes).putLong(0, checksum(bytes)).array();
  }

  private static void write(Reference use, DataOutputStream out) throws IOException {
    if (use instanceof Reference.PostLink link) {
      String permalink = link.permalink();
      writeHead(POST, link.name(), permalink != null, out);
      if (permalink != null) {
        write(permalink, out);
      }
    } else if (use instanceof Reference.FolderLink link) {
      writeHead(FOLDER, link.path(), link.holdsFiles(), out);
    } else if (use instanceof Reference.FileLink link) {
      Attachment attachment = link.attachment();
      writeHead(FILE, link.path(), attachment != null, out);
      if (attachment != null) {
        write(attachment.path(), out);
        out.writeLong(attachment.size());
        write(attachment.access().name(), out);
      }
    }
  }

  private static void writeHead(byte kind, String name, boolean isThere, DataOutputStream out)
      throws IOException {
    out.writeByte(kind);
    write(name, out);
    out.writeBoolean(isThere);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(identity.getBytes(UTF_8));
    checksum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
    return checksum.getValue();
  }
}
