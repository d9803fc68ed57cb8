package io.github.feedwright.intake.reading;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes in the files of a whole listing, and reads them on all cores. To compress the texts of
 * posts can wait until the first feeds are served.
 */
@PublishingThread
public final class ListingReader {
  private final PostFileReader reader;
  private final KeptReadings readings;
  private final KnownFiles known;
  private final FileState fileState;
  private final FileStateWriter writer;

  public ListingReader(
      PostFileReader reader,
      KeptReadings readings,
      KnownFiles known,
      FileState fileState,
      FileStateWriter writer) {
    this.reader = reader;
    this.readings = readings;
    this.known = known;
    this.fileState = fileState;
    this.writer = writer;
  }

  /**
   * Takes in files of a listing.
   *
   * @param isMeant which of them
   * @param isGood whether a post is taken in as it was read
   */
  public void read(
      Listing listing, Instant now, Predicate<SourceFile> isMeant, Predicate<PostFile> isGood) {
    if (listing.rootMissing()) {
      return;
    }
    known.follow(listing.directories().keySet());
    List<SourceFile> files = listing.files().values().stream().filter(isMeant).toList();
    files.stream().filter(file -> file.path().equals(IdsFile.NAME)).forEach(writer::readIds);
    readPosts(files, now, isGood);
    files.stream()
        .filter(file -> KnownFiles.isBeside(file.path()) && !file.path().equals(IdsFile.NAME))
        .forEach(file -> writer.attach(file, now));
    listing.files().keySet().stream()
        .filter(path -> PostPaths.isIndex(path) && known.isRead(path) && !known.contains(path))
        .forEach(path -> fileState.expect(path, true));
  }

  private void readPosts(List<SourceFile> files, Instant now, Predicate<PostFile> isGood) {
    List<SourceFile> posts = files.stream().filter(file -> known.isRead(file.path())).toList();
    read(posts, now, isGood).forEach(read -> writer.store(read, now));
  }

  @AnyThread
  private List<PostFile> read(List<SourceFile> posts, Instant now, Predicate<PostFile> isGood) {
    Map<String, PostFile> kept =
        readings.find(posts.stream().filter(reader::hasMemoryFor).toList());
    boolean mayWait =
        reader.hasRoomFor(
            posts.stream()
                .filter(file -> !kept.containsKey(file.path()))
                .mapToLong(SourceFile::size)
                .sum());
    return posts.parallelStream()
        .map(
            file -> {
              PostFile found = kept.get(file.path());
              return found == null ? read(file, !mayWait, now) : found;
            })
        .filter(isGood)
        .map(PostFile::withoutBytes)
        .toList();
  }

  @AnyThread
  private PostFile read(SourceFile file, boolean compresses, Instant now) {
    PostFile read = reader.read(file, compresses);
    readings.note(read, now);
    return read;
  }
}
