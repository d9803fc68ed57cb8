package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RenderersTest {
  @Test
  void whatNeedsLongHoldsUpNobody() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Renderers renderers = new Renderers(2)) {
      List<CompletableFuture<String>> slow = new ArrayList<>();
      for (int count = 0; count < 8; count++) {
        slow.add(renderers.render(() -> null, () -> awaited(end, "slow")));
      }
      assertThat(renderers.render(() -> "quick", () -> "never").get(20, TimeUnit.SECONDS))
          .isEqualTo("quick");
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      end.countDown();
      for (CompletableFuture<String> each : slow) {
        assertThat(each.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
      }
    }
  }

  private static String awaited(CountDownLatch end, String result) {
    try {
      end.await();
      return result;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
