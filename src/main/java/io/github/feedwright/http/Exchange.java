package io.github.feedwright.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * One request and the way to answer it.
 *
 * @param failures records failures of the server
 * @param executor runs what cannot go on at once
 */
record Exchange(
    Request request, Response response, Callback callback, FailureLog failures, Executor executor) {

  void send(PlainResponse answer) {
    answer.send(response, callback);
  }

  /**
   * Answers 304. The write is not marked as the last one: Jetty would add {@code Content-Length:
   * 0}, which a cache may take for the length of its stored response (RFC 9110, section 8.6).
   */
  void sendUnchanged() {
    response.setStatus(304);
    response.write(false, BufferUtil.EMPTY_BUFFER, callback);
  }

  /**
   * Continues with the result of a worker: immediately if it is done, else by the executor when it
   * is; no thread waits.
   */
  <T> void when(CompletableFuture<T> made, Consumer<T> then) {
    if (made.isDone() && !made.isCompletedExceptionally()) {
      then.accept(made.join());
      return;
    }
    CompletableFuture<Void> unused =
        made.thenAcceptAsync(then, executor)
            .whenComplete(
                (nothing, failure) -> {
                  if (failure != null) {
                    fail(failure);
                  }
                });
  }

  /** Goes on with what a worker makes, or with something else where that takes too long. */
  <T> void when(
      CompletableFuture<T> made, Duration waitLimit, Consumer<T> then, Runnable otherwise) {
    CompletableFuture<Runnable> next = made.thenApply(value -> () -> then.accept(value));
    when(
        next.isDone()
            ? next
            : next.completeOnTimeout(otherwise, waitLimit.toMillis(), TimeUnit.MILLISECONDS),
        Runnable::run);
  }

  /** The same exchange, with another callback for the end of the response. */
  Exchange with(Callback other) {
    return new Exchange(request, response, other, failures, executor);
  }

  /** The same exchange, continued by another executor. */
  Exchange on(Executor other) {
    return new Exchange(request, response, callback, failures, other);
  }

  /** Runs a task that may wait for a disk or a database, on the executor. */
  void execute(Task task) {
    executor.execute(
        () -> {
          try {
            task.run();
          } catch (Exception | Error e) {
            fail(e);
          }
        });
  }

  /** Answers 500, or aborts a response that has begun. */
  void fail(Throwable failure) {
    Throwable cause = failures.report(failure);
    if (response.isCommitted()) {
      callback.failed(cause);
    } else {
      response.reset();
      send(PlainResponse.FAILED);
    }
  }

  /** A task that handles an exchange; any failure is answered. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }
}
