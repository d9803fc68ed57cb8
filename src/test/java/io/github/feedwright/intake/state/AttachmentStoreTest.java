package io.github.feedwright.intake.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.cache.DiskFile;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a folder is, and so who has to show for its files to be served. */
final class AttachmentStoreTest {
  private static final String FILE = "asp/a.png";

  private final RepresentationCache representations =
      new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
  private final AttachmentStore store = new AttachmentStore();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // An index decides alone, with its translations.
        "asp.md asp.net.md | asp/index.md | no",
        "asp.js.md | asp/index.md | no",
        "asp.md | asp/_index.md | no",
        "asp.md | asp/Index.md | no",
        "asp.md | asp/INDEX.de.MD | no",
        "asp.md | asp/_Index.md | no",
        "asp/index.md | asp.md asp.net.md | yes",
        "asp/index.en.md | asp/index.md | yes",
        // Else the post of just that name.
        "asp.net.md | asp.md | no",
        "asp.de.md asp.net.md | asp.html.md | no",
        "asp.md | asp.de.md | yes",
        "asp.md | asp.html | no",
        "asp.md asp.html | asp.de.md | yes",
        // Else those that may be its translations, all of them.
        "asp.net.md | asp.js.md | no",
        "asp.de.md asp.en.md | | yes",
        "other.md | asp.de.md | no",
        // A post in the folder stands for it, too.
        "asp/part.md | asp.md | yes",
        "asp/part.md | asp.de.md | yes",
        "other.md | asp.nine.md | yes",
      })
  void aFolderIsAsPrivateAsThePostsWhoseItIs(String shown, String hidden, String served) {
    Set<String> shows = words(shown);
    Set<String> known = new HashSet<>(shows);
    known.addAll(words(hidden == null ? "" : hidden));
    put(FILE);

    store.follow(known, known::contains, shows::contains);

    Attachment file = Objects.requireNonNull(store.attachment(FILE));
    assertThat(file.isServed() ? "yes" : "no").isEqualTo(served);
    assertThat(file.access()).isIn(Access.EVERYBODY, Access.PRIVATE);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList());
  }

  private void put(String path) {
    SourceFile listed = SourceFile.unknown(path);
    DiskFile file =
        new DiskFile(
            new SourceTree(Path.of("")), listed, "image/png", Instant.EPOCH, representations);
    store.put(path, ListedFile.of(Access.EVERYBODY, file));
  }
}
