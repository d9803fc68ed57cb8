package io.github.feedwright.post.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNamesTest {
  private static NearestNames of(String... paths) {
    return new NearestNames(() -> Arrays.stream(paths));
  }

  @ParameterizedTest
  @CsvSource({
    "a/Chart.png, a/chart.png",
    "a/chrat.png, a/chart.png",
    "a/charts.png, a/chart.png",
    "a/hart.png, a/chart.png",
    "a/chart.webp, a/chart.png",
    "a/chart-large.webp, a/chart-large.png",
    "a/für.png, a/fu\u0308r.png",
    "b/chart.png, b/CHART.jpg",
    "c/Only.png, d/only.png",
    "c/chart-large.PNG, a/chart-large.png",
    "c/index.md, ",
    "c/chart.gif, ",
    "a/cup.png, ",
    "a/picture.png, ",
  })
  void theNearestIsInTheSameFolderElseTheOnlyOneOfItsName(String path, String nearest) {
    NearestNames names =
        of(
            "a/chart.png",
            "a/chart-large.png",
            "a/fu\u0308r.png",
            "b/CHART.jpg",
            "d/only.png",
            "e/index.md");

    assertThat(names.to(path).orElse(null)).isEqualTo(nearest);
  }

  @Test
  void ofSeveralElsewhereNoneIsMeant() {
    assertThat(of("a/x.png", "b/X.png").to("c/x.png")).isEmpty();
  }

  @Test
  void ofVeryManyThatLookAlikeNoneIsMeant() {
    List<String> photos =
        IntStream.range(1000, 2000).mapToObj(number -> "IMG_" + number + ".jpg").toList();
    NearestNames names = new NearestNames(photos::stream);

    assertThat(names.to("IMG_3456.jpg")).isEmpty();
    assertThat(names.to("img_1234.jpg")).contains("IMG_1234.jpg");
    assertThat(names.to("IMG_1234.png")).contains("IMG_1234.jpg");
  }

  @Test
  @Timeout(60)
  void manyThatAreMissingAreLookedForInAFolderOfMany() {
    List<String> pictures =
        IntStream.range(0, 10_000).mapToObj(number -> "picture-" + number + ".jpg").toList();
    NearestNames names = new NearestNames(pictures::stream);

    assertThat(
            IntStream.range(0, 10_000).filter(i -> names.to("pixture-" + i + "-x.png").isPresent()))
        .isEmpty();
  }
}
