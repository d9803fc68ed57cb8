package io.github.feedwright.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.text.Untraversed;
import org.junit.jupiter.api.Test;
import org.pcollections.PMap;

final class FileNamesTest {
  @Test
  void aFileIsAddedFoundAndRemovedWithoutALookAtTheOthers() {
    FileNames names = FileNames.NONE.plus(Posts.attachment("a/other.png", 1));
    FileNames untraversed =
        new FileNames(
            Untraversed.of(PMap.class, names.files()),
            Untraversed.of(PMap.class, names.spellings()),
            Untraversed.of(PMap.class, names.folders()));
    Attachment file = Posts.attachment("a/u\u0308.png", 1);
    FileNames more = untraversed.plus(file);
    assertThat(more.find("a/\u00fc.png")).isEqualTo(file);
    assertThat(more.find("a/none.png")).isNull();
    assertThat(more.minus(file.path()).find("a/\u00fc.png")).isNull();
  }
}
