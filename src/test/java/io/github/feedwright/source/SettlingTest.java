package io.github.feedwright.source;

import static io.github.feedwright.source.Settling.Verdict.DELETE;
import static io.github.feedwright.source.Settling.Verdict.KEEP;
import static io.github.feedwright.source.Settling.Verdict.READ;
import static io.github.feedwright.source.Settling.Verdict.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettlingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final SourceFile KNOWN = file(10, NOW.minusSeconds(60), "1");

  private final Settling settling = new Settling(Duration.ofMillis(250));

  private static SourceFile file(long size, Instant modified, String key) {
    return new SourceFile("a.md", size, modified, modified, key);
  }

  private Settling.Verdict look(
      @Nullable SourceFile known, @Nullable SourceFile seen, boolean appeared, long millis) {
    return settling.observe("a.md", known, seen, appeared, NOW.plusMillis(millis));
  }

  @Test
  void aFileThatIsWhatItWasIsKept() {
    assertThat(look(KNOWN, KNOWN, true, 0)).isEqualTo(KEEP);
    assertThat(settling.next()).isNull();
  }

  @Test
  void aFileRenamedOverTheKnownOneIsReadAtOnce() {
    assertThat(look(KNOWN, file(20, NOW, "2"), true, 0)).isEqualTo(READ);
  }

  @Test
  void aFileWrittenInPlaceIsReadWhenItHasHeldStill() {
    SourceFile half = file(20, NOW, "1");
    SourceFile whole = file(40, NOW.plusMillis(200), "1");
    assertThat(look(KNOWN, half, false, 0)).isEqualTo(WAIT);
    assertThat(look(KNOWN, whole, false, 200)).isEqualTo(WAIT);
    assertThat(settling.next()).isEqualTo(NOW.plusMillis(450));
    assertThat(look(KNOWN, whole, false, 449)).isEqualTo(WAIT);
    assertThat(look(KNOWN, whole, false, 450)).isEqualTo(READ);
  }

  @Test
  void aFileThatWasRenamedAwayAndWrittenAgainIsNotReadHalf() {
    assertThat(look(KNOWN, null, false, 0)).isEqualTo(WAIT);
    assertThat(look(KNOWN, file(5, NOW.plusMillis(10), "2"), true, 10)).isEqualTo(WAIT);
    assertThat(look(KNOWN, file(50, NOW.plusMillis(20), "2"), false, 20)).isEqualTo(WAIT);
    assertThat(look(KNOWN, file(50, NOW.plusMillis(20), "2"), false, 270)).isEqualTo(READ);
  }

  @Test
  void aClockThatIsSetBackHoldsUpNoFile() {
    SourceFile whole = file(20, NOW, "1");
    long hour = 3_600_000;
    assertThat(look(KNOWN, whole, false, 0)).isEqualTo(WAIT);
    assertThat(settling.due(NOW)).isEmpty();
    assertThat(settling.due(NOW.minusMillis(hour))).containsExactly("a.md");
    assertThat(look(KNOWN, whole, false, -hour)).isEqualTo(WAIT);
    assertThat(look(KNOWN, whole, false, 250 - hour)).isEqualTo(READ);
  }

  @Test
  void aFileSaidToBeRemovedIsNotTakenForRenamedOver() {
    settling.noteRemoved("a.md", NOW);
    assertThat(look(KNOWN, file(5, NOW, "2"), true, 0)).isEqualTo(WAIT);
  }

  @Test
  void aFileThatIsGoneIsBelievedToBeAfterASecond() {
    assertThat(look(KNOWN, null, false, 0)).isEqualTo(WAIT);
    settling.noteScan(NOW.plusMillis(1));
    assertThat(look(KNOWN, null, false, 999)).isEqualTo(WAIT);
    assertThat(settling.due(NOW.plusMillis(1000))).containsExactly("a.md");
    assertThat(look(KNOWN, null, false, 1000)).isEqualTo(DELETE);
    assertThat(settling.next()).isNull();
  }

  /** Its new name may be one that no event told of. */
  @Test
  void aFileThatIsMissingIsNotBelievedToBeGoneBeforeAScanThatBeganLater() {
    settling.noteScan(NOW);
    assertThat(look(KNOWN, null, false, 0)).isEqualTo(WAIT);
    assertThat(look(KNOWN, null, false, 5_000)).isEqualTo(WAIT);
    settling.noteScan(NOW.plusMillis(5_000));
    assertThat(settling.due(NOW.plusMillis(5_100))).containsExactly("a.md");
    assertThat(look(KNOWN, null, false, 5_100)).isEqualTo(DELETE);
  }

  /** What is renamed while a scan reads a directory may be in it under neither name. */
  @Test
  void aFileThatIsMissingIsNotBelievedToBeGoneByAScanThatFoundNewFiles() {
    assertThat(look(KNOWN, null, false, 0)).isEqualTo(WAIT);
    settling.noteScan(NOW.plusMillis(1_000));
    settling.noteNewFile(NOW.plusMillis(1_100));
    assertThat(look(KNOWN, null, false, 2_500)).isEqualTo(WAIT);
    settling.noteScan(NOW.plusMillis(2_400));
    assertThat(look(KNOWN, null, false, 2_500)).isEqualTo(DELETE);
    assertThat(settling.isEmpty()).isTrue();
  }

  @Test
  void aFileThatTenScansDoNotFindIsBelievedToBeGoneWhateverComes() {
    assertThat(look(KNOWN, null, false, 0)).isEqualTo(WAIT);
    for (long scan = 1; scan <= 10; scan++) {
      assertThat(look(KNOWN, null, false, scan * 1_000 - 1)).isEqualTo(WAIT);
      assertThat(settling.next()).isNull();
      settling.noteScan(NOW.plusMillis(scan * 1_000));
      settling.noteNewFile(NOW.plusMillis(scan * 1_000 + 1));
    }
    assertThat(look(KNOWN, null, false, 10_001)).isEqualTo(DELETE);
  }

  @Test
  void aFileThatComesBackAsItWasIsKept() {
    look(KNOWN, null, false, 0);
    assertThat(look(KNOWN, KNOWN, true, 100)).isEqualTo(KEEP);
  }

  @Test
  void aNewFileThatWasWrittenLongAgoIsReadAtOnce() {
    assertThat(look(null, file(5, NOW.minusSeconds(1), "2"), true, 0)).isEqualTo(READ);
  }

  @Test
  void aClockThatRunsAheadElsewhereDelaysNothing() {
    SourceFile ahead = file(5, NOW.plusSeconds(3600), "2");
    assertThat(look(null, ahead, true, 0)).isEqualTo(WAIT);
    assertThat(look(null, ahead, false, 250)).isEqualTo(READ);
  }
}
