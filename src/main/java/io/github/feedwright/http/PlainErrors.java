package io.github.feedwright.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Errors that Jetty answers by itself, such as 400, 414, 431: the status and its phrase. Jetty's
 * own page would show its version and repeat the request.
 */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = status(request, response);
    PlainResponse.error(status, HttpStatus.getMessage(status)).send(response, callback);
    return true;
  }

  private static int status(Request request, Response response) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException cause
        ? cause.getCode()
        : response.getStatus();
  }
}
