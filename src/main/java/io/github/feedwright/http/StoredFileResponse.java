package io.github.feedwright.http;

import io.github.feedwright.http.request.AcceptEncoding;
import io.github.feedwright.http.request.RequestFields;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves files from disk, on a few threads of their own: a feed never waits for a disk, or for the
 * next piece of a video.
 *
 * <p>Threads: {@code http} asks, {@code file} answers.
 */
final class StoredFileResponse {
  private static final int THREADS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(StoredFileResponse.class);

  private final AtomicReference<String> lastUnreadable = new AtomicReference<>("");
  private final Clock clock;
  private final CachePolicy cache;
  private final Duration waitLimit;
  private final Executor threads = Threads.whileBusy("file", THREADS);

  StoredFileResponse(CachePolicy cache, Clock clock, Duration waitLimit) {
    this.clock = clock;
    this.cache = cache;
    this.waitLimit = waitLimit;
  }

  void send(Exchange exchange, StoredFile file) {
    Exchange onFileThread = exchange.on(threads);
    onFileThread.execute(() -> answer(onFileThread, file));
  }

  private void answer(Exchange exchange, StoredFile file) {
    RequestFields asked = RequestFields.of(exchange.request().getHeaders());
    if (AcceptEncoding.parse(asked.acceptEncoding()).identity() == 0) {
      exchange.send(PlainResponse.NOT_ACCEPTABLE);
      return;
    }
    if (asked.ifMatch() != null) {
      // Only the tag shows whether this is the version that is asked for.
      exchange.when(file.tag(), tag -> send(exchange, file, asked, tag));
      return;
    }
    exchange.when(
        file.tag(),
        waitLimit,
        tag -> send(exchange, file, asked, tag),
        // Reading a whole video for its tag takes longer than anybody waits for its beginning.
        () -> send(exchange, file, asked, Optional.empty()));
  }

  private void send(
      Exchange exchange, StoredFile file, RequestFields asked, Optional<EntityTag> tag) {
    try {
      StoredFile.Opened opened = file.open();
      Exchange closing = exchange.with(new Closing(exchange.callback(), opened.bytes()));
      try {
        new FileTransfer(closing, file, opened, tag, asked, cache, clock.instant()).send();
      } catch (IOException | RuntimeException | Error e) {
        closing.fail(e);
      }
    } catch (NoSuchFileException gone) {
      exchange.send(PlainResponse.NOT_FOUND);
    } catch (IOException unreadable) {
      // Not ours to repair: to readers it is as if it were not there.
      String why = String.valueOf(unreadable.getMessage());
      if (!why.equals(lastUnreadable.getAndSet(why))) {
        LOG.error("A file beside posts cannot be read: {}", why);
      }
      exchange.send(PlainResponse.NOT_FOUND);
    }
  }

  /** Closes the file at the end. */
  private static final class Closing extends Callback.Nested {
    private final Channel bytes;

    Closing(Callback callback, Channel bytes) {
      super(callback);
      this.bytes = bytes;
    }

    @Override
    public void completed() {
      try {
        bytes.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
