package io.github.feedwright.intake.reading;

import io.github.feedwright.identity.TextHash;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The file of a post, as it was read.
 *
 * @param file as it was before reading
 * @param bytes its bytes, or why there are none; null if they are no longer needed
 * @param parsed the post in it, or why there is none
 * @param textHash of the post's text, or of what seems to be it; empty where there is none
 */
public record PostFile(
    SourceFile file, @Nullable FileBytes bytes, ParsedPost parsed, String textHash) {
  static PostFile of(SourceFile file, FileBytes bytes, ParsedPost parsed) {
    String textHash = "";
    if (parsed instanceof ParsedPost.Understood understood) {
      textHash = TextHash.of(understood.post().body().packed().utf8());
    } else if (bytes instanceof FileBytes.Read read && !(parsed instanceof ParsedPost.NotAPost)) {
      textHash = TextHash.ofFile(new String(read.bytes(), StandardCharsets.UTF_8));
    }
    return new PostFile(file, bytes, parsed, textHash);
  }

  /** Whether the file stayed unchanged while it was read; if not, it may be incomplete. */
  public boolean isWhole() {
    return !(bytes instanceof FileBytes.Read read)
        || (read.isStable() && read.after().equals(file));
  }

  /** The same without the bytes, which take as much memory again. */
  public PostFile withoutBytes() {
    return new PostFile(file, null, parsed, textHash);
  }
}
