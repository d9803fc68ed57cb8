package io.github.feedwright.intake;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.intake.reading.FileStateWriter;
import io.github.feedwright.intake.reading.KnownFiles;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.intake.reading.PostFileReader;
import io.github.feedwright.intake.rename.RenameDetection;
import io.github.feedwright.intake.rename.UnreadRenames;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;

/** Takes in files that have settled: reads them, and puts what they contain into the file state. */
@PublishingThread
final class SettledFiles {
  private final SourceTree tree;
  private final PostFileReader reader;
  private final Settling settling;
  private final KnownFiles known;
  private final FileStateWriter writer;
  private final RenameDetection renames;
  private final UnreadRenames unread;

  SettledFiles(
      SourceTree tree,
      PostFileReader reader,
      Settling settling,
      KnownFiles known,
      FileStateWriter writer,
      RenameDetection renames,
      UnreadRenames unread) {
    this.tree = tree;
    this.reader = reader;
    this.settling = settling;
    this.known = known;
    this.writer = writer;
    this.renames = renames;
    this.unread = unread;
  }

  /**
   * Takes in a file as it is now.
   *
   * @return whether something was taken in; if not, it is checked again
   */
  boolean take(SourceFile file, Instant now) {
    if (file.path().equals(IdsFile.NAME)) {
      writer.readIds(file);
      return true;
    }
    if (!known.isRead(file.path())) {
      writer.attach(file, now);
      return true;
    }
    return takePost(file, now);
  }

  private boolean takePost(SourceFile file, Instant now) {
    PostFile read = reader.read(file);
    if (read.bytes() instanceof FileBytes.Read bytes && !read.isWhole()) {
      settling.observe(file.path(), known.get(file.path()), bytes.after(), false, now);
      return false;
    }
    if (read.bytes() instanceof FileBytes.Vanished) {
      settling.noteRemoved(file.path(), now);
      return false;
    }
    Post post =
        read.parsed() instanceof ParsedPost.Understood understood ? understood.post() : null;
    if (post != null && writer.isNewPost(file.path())) {
      renames.addArrived(read, post, now);
      return false;
    }
    PostTraits before = renames.traits(file.path());
    if (!known.contains(file.path())) {
      unread.add(read);
    } else if (renames.addReplaced(read, post, before, now)) {
      renames.replaced().former(file.path()).forEach(other -> takeReplaced(other, now));
      return false;
    }
    writer.store(
        read,
        read.bytes() instanceof FileBytes.Unreadable ? SourceFile.unknown(file.path()) : file,
        now);
    if (post != null && before != null) {
      renames.replaceFormer(read, post, before).forEach(other -> takeReplaced(other, now));
    }
    return true;
  }

  /** Takes in a file that another one was renamed over, and that is therefore complete. */
  private void takeReplaced(String path, Instant now) {
    SourceFile seen = tree.stat(path);
    settling.forget(path);
    if (seen != null && writer.isGoneOrReplaced(path) && !renames.replaced().contains(path)) {
      take(seen, now);
    }
  }
}
