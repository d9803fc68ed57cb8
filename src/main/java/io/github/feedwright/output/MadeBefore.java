package io.github.feedwright.output;

import io.github.feedwright.edition.Fingerprints;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.output.directory.BuildRecord;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.text.Sha256;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The files of an earlier build that need not be made again.
 *
 * <p>Threads: only {@code main}.
 */
final class MadeBefore {
  /** Nothing is known of earlier builds, and nothing is kept. */
  static final MadeBefore NONE = new MadeBefore(BuildRecord.NONE);

  private final BuildRecord record;
  private final Map<String, Fingerprinted> files = new HashMap<>();

  /** What is known of a file that was not made. */
  private record Fingerprinted(String fingerprint, FileHeaders head, boolean isSame) {}

  private MadeBefore(BuildRecord record) {
    this.record = record;
  }

  /**
   * Compares a directory with what it will hold.
   *
   * @param kind of the files: those of another kind are not compared
   * @param progress receives how many files have been compared
   */
  static MadeBefore in(Path directory, Fingerprints fingerprints, String kind, Progress progress) {
    MadeBefore made =
        new MadeBefore(BuildRecord.in(directory, Sha256.ofTexts(fingerprints.identity(), kind)));
    made.compare(fingerprints.documents(), progress);
    return made;
  }

  private void compare(MapSnapshot documents, Progress progress) {
    List<FilePlan.Planned> planned = FilePlan.of(documents).inOrder();
    for (int at = 0; at < planned.size(); at++) {
      FilePlan.Planned file = planned.get(at);
      SiteFiles.makeAhead(planned, at, documents, NONE);
      Representation fingerprint =
          file.turn() == FilePlan.Turn.ATTACHMENT
              ? null
              : ready(file.source().in(documents.library()));
      if (fingerprint != null) {
        add(file.file(), fingerprint);
      }
      progress.done(at + 1, planned.size());
    }
  }

  private void add(String file, Representation made) {
    String fingerprint = digest(made.body());
    FileHeaders head = new FileHeaders(made.contentType(), made.freshness());
    files.put(file, new Fingerprinted(fingerprint, head, isSame(file, fingerprint)));
  }

  private static @Nullable Representation ready(Resource resource) {
    try {
      return resource instanceof OnDemand later
          ? later.representation().join()
          : resource instanceof Representation ready ? ready : null;
    } catch (CompletionException failed) {
      // Whoever makes the document says so.
      return null;
    }
  }

  private static String digest(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return Sha256.ofTexts(new String(bytes, StandardCharsets.UTF_8));
  }

  /** The header fields of a file that is there and the same; null if it must be made. */
  @Nullable FileHeaders same(String file) {
    Fingerprinted known = files.get(file);
    return known != null && known.isSame() ? known.head() : null;
  }

  private boolean isSame(String file, String fingerprint) {
    return record.isMadeOf(file, fingerprint)
        && codings(file).stream()
            .map(coding -> OutputFileNames.compressed(file, coding))
            .allMatch(compressed -> record.isMadeOf(compressed, fingerprint));
  }

  /** The codings of the compressed files beside a file. */
  List<ContentCoding> codings(String file) {
    List<ContentCoding> codings = new ArrayList<>();
    for (ContentCoding coding : SiteFiles.COMPRESSED) {
      if (record.knows(OutputFileNames.compressed(file, coding))) {
        codings.add(coding);
      }
    }
    return codings;
  }

  /** Notes that a file is there now, with compressed ones beside it. */
  void add(String file, List<ContentCoding> codings) {
    Fingerprinted known = files.get(file);
    if (known != null) {
      record.add(file, known.fingerprint());
      codings.forEach(
          coding -> record.add(OutputFileNames.compressed(file, coding), known.fingerprint()));
    }
  }

  /** Keeps what was noted for the next build. */
  void keep() throws IOException {
    record.write();
  }
}
