package io.github.feedwright.edition.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RenderThreadsTest {
  @Test
  void aSlowTaskDelaysNoOther() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (RenderThreads renderers = new RenderThreads(2)) {
      List<CompletableFuture<String>> slow = new ArrayList<>();
      for (int count = 0; count < 8; count++) {
        slow.add(renderers.render(9, () -> null, () -> awaited(end, "slow")));
      }
      assertThat(renderers.render(9, () -> "quick", () -> "never").get(20, TimeUnit.SECONDS))
          .isEqualTo("quick");
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      end.countDown();
      for (CompletableFuture<String> each : slow) {
        assertThat(each.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
      }
    }
  }

  @Test
  void ofWhatNeedsLongTheSmallestComesFirst() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    try (RenderThreads renderers = new RenderThreads(1)) {
      CompletableFuture<String> first =
          renderers.render(
              9,
              () -> null,
              () -> {
                begun.countDown();
                return awaited(end, "first");
              });
      begun.await();
      List<CompletableFuture<Boolean>> others = new ArrayList<>();
      for (int size : new int[] {1000, 77, 1001}) {
        others.add(renderers.render(size, () -> null, () -> order.add("" + size)));
      }
      // Its turn comes after theirs: by then they all wait.
      renderers.render(1, () -> "last", () -> "never").get(20, TimeUnit.SECONDS);
      end.countDown();
      first.get(20, TimeUnit.SECONDS);
      for (CompletableFuture<Boolean> other : others) {
        other.get(20, TimeUnit.SECONDS);
      }
      assertThat(order).containsExactly("77", "1000", "1001");
    }
  }

  @Test
  void whatFindsNoMemoryBesideALongOneIsRenderedAfterIt() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (RenderThreads renderers = new RenderThreads(1)) {
      CompletableFuture<String> large = renderers.render(99, () -> null, () -> awaited(end, "x"));
      CompletableFuture<String> small =
          renderers.render(
              9,
              () -> {
                throw new OutOfMemoryError("the other one has it all");
              },
              () -> large.isDone() ? "after" : "beside");
      renderers.render(1, () -> "last", () -> "never").get(20, TimeUnit.SECONDS);
      assertThat(small).isNotDone();
      end.countDown();
      assertThat(small.get(20, TimeUnit.SECONDS)).isEqualTo("after");
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
