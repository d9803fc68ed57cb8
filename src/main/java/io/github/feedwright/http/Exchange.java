package io.github.feedwright.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One request and the way to answer it.
 *
 * @param failures told of what went wrong on our side
 */
record Exchange(Request request, Response response, Callback callback, FailureLog failures) {
  void send(PlainAnswer answer) {
    answer.send(response, callback);
  }

  /**
   * Goes on with what a worker makes: here and now where it is made, else on a thread of the server
   * when it is; no thread waits.
   */
  <T> void when(CompletableFuture<T> made, Consumer<T> then) {
    if (made.isDone() && !made.isCompletedExceptionally()) {
      then.accept(made.join());
      return;
    }
    CompletableFuture<Void> unused =
        made.thenAcceptAsync(then, request.getComponents().getExecutor())
            .whenComplete(
                (nothing, failure) -> {
                  if (failure != null) {
                    fail(failure);
                  }
                });
  }

  /** Answers 500, or breaks off an answer that has begun. */
  void fail(Throwable failure) {
    Throwable cause = failures.report(failure);
    if (response.isCommitted()) {
      callback.failed(cause);
    } else {
      response.reset();
      send(PlainAnswer.FAILED);
    }
  }
}
