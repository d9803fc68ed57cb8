package io.github.feedwright.intake.reading;

import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads posts from their files; a failure becomes the result of reading that file.
 *
 * <p>Threads: {@code publish} and {@code reload}; the {@code common pool} reads whole directories.
 */
public final class PostFileReader {
  private static final Logger LOG = LoggerFactory.getLogger(PostFileReader.class);

  /** A post with an old date, and one that takes its date from its file's name. */
  private static final List<String> PLAIN =
      List.of("---\ntitle: A\ndate: 2001-01-01\n---\nA.\n", "---\ntitle: A\n---\nA.\n");

  private static final String TOO_LITTLE_MEMORY =
      "the server has too little memory for it; raise -Xmx, or lower limits.post";

  private final SourceTree tree;
  private final PostParser parser;
  private final long limit;
  private final long memory;

  /**
   * A reader with the heap of this process.
   *
   * @param limit the maximum size of a post in bytes
   */
  public PostFileReader(SourceTree tree, PostParser parser, long limit) {
    this(tree, parser, limit, Runtime.getRuntime().maxMemory());
  }

  /**
   * A reader.
   *
   * @param limit the maximum size of a post in bytes
   * @param heap the maximum size of the heap in bytes; a post of more than an eighth of it is not
   *     even read, because reading it takes several times its size, and where the heap is full, any
   *     thread may be the one that gets no memory
   */
  public PostFileReader(SourceTree tree, PostParser parser, long limit, long heap) {
    this.tree = tree;
    this.parser = parser;
    this.limit = limit;
    this.memory = heap / 8;
  }

  /** Reads a post, and compresses its text. */
  public PostFile read(SourceFile file) {
    return read(file, true);
  }

  /**
   * Whether there is room for posts of so many bytes in all, with texts that are not compressed.
   */
  boolean hasRoomFor(long size) {
    return size <= memory;
  }

  /** Whether there is the memory to read a post. */
  boolean hasMemoryFor(SourceFile file) {
    return file.size() <= memory || file.size() > limit;
  }

  /** Reads a post. A file that needs too much memory must not stop the others. */
  PostFile read(SourceFile file, boolean compresses) {
    if (!hasMemoryFor(file)) {
      return parsed(file, new FileBytes.Unreadable(tooMuch(file.size())));
    }
    try {
      PostFile read = parsed(file, tree.read(file.path(), limit));
      if (compresses && read.parsed() instanceof ParsedPost.Understood understood) {
        understood.post().body().packed().pack();
      }
      return read;
    } catch (OutOfMemoryError e) {
      return parsed(file, new FileBytes.Unreadable(TOO_LITTLE_MEMORY));
    }
  }

  private PostFile parsed(SourceFile file, FileBytes bytes) {
    return PostFile.of(file, bytes, parse(file.path(), bytes));
  }

  /** Whether a post without any other field than a title and a date may be hidden at this path. */
  public boolean isHidden(String path, Instant now) {
    return PLAIN.stream().anyMatch(text -> isHidden(parse(path, text), now));
  }

  private ParsedPost parse(String path, String text) {
    return parser.parse(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isHidden(ParsedPost plain, Instant now) {
    return plain instanceof ParsedPost.Understood understood
        ? !understood.post().visibility().at(now)
        : !(plain instanceof ParsedPost.Refused refused && refused.isUndated());
  }

  private String tooMuch(long size) {
    return "it has "
        + size
        + " bytes, and with its memory the server reads up to "
        + memory
        + "; raise -Xmx, or shorten the post";
  }

  private ParsedPost parse(String path, FileBytes read) {
    if (read instanceof FileBytes.Read bytes) {
      try {
        ParsedPost parsed = parser.parse(path, bytes.bytes());
        return parsed instanceof ParsedPost.WithoutFrontMatter
            ? requireOneFile(path, parsed)
            : parsed;
      } catch (RuntimeException | StackOverflowError e) {
        // A bug, but it concerns one file: the others must not wait for it.
        LOG.error("{} could not be parsed; its last good version stays", path, e);
        return refused(path, "the post cannot be parsed (" + e.getClass().getSimpleName() + ")");
      }
    }
    if (read instanceof FileBytes.TooLarge large) {
      return parser.tooLarge(path, large.size());
    }
    String reason =
        read instanceof FileBytes.Unreadable unreadable ? unreadable.reason() : "it is gone";
    return refused(path, "the file cannot be read: " + reason);
  }

  /** Nikola may keep a post's front matter in a separate file. */
  private ParsedPost requireOneFile(String path, ParsedPost parsed) {
    String meta = path.substring(0, path.lastIndexOf('.')) + ".meta";
    if (tree.stat(meta) == null) {
      return parsed;
    }
    String message =
        "the front matter is in "
            + meta
            + ", which is not read; write it above the text, in lines .. title: A post between a"
            + " line <!-- and a line -->";
    return new ParsedPost.Refused(List.of(Problem.error(path, 1, Kind.FRONT_MATTER, message)));
  }

  private static ParsedPost refused(String path, String message) {
    return new ParsedPost.Refused(List.of(Problem.error(path, 1, Kind.FILE, message)));
  }
}
