package io.github.feedwright.http;

import io.github.feedwright.web.ResponseListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The access log and the listeners that see each response. */
public final class ResponseObservers {
  /** The combined form of Apache's and nginx' logs, which every program for such logs reads. */
  private static final String COMBINED = CustomRequestLog.EXTENDED_NCSA_FORMAT;

  private final List<RequestLog> logs = new ArrayList<>();

  /** None: then a response costs nothing more. */
  public static ResponseObservers none() {
    return new ResponseObservers();
  }

  /** Adds a listener. */
  public ResponseObservers with(ResponseListener listener) {
    logs.add((request, response) -> pass(listener, request, response));
    return this;
  }

  /** Adds an access log. */
  public ResponseObservers withLog(Consumer<String> lines) {
    RequestLog whole = combined(lines, COMBINED);
    RequestLog head = combined(lines, COMBINED.replace("%O", "0"));
    logs.add((request, response) -> (isHead(request) ? head : whole).log(request, response));
    return this;
  }

  private static RequestLog combined(Consumer<String> lines, String format) {
    return new CustomRequestLog(line -> lines.accept(withHyphens(line)), format);
  }

  /** Jetty counts the body that it does not send. */
  private static boolean isHead(Request request) {
    return HttpMethod.HEAD.is(request.getMethod());
  }

  /** Jetty writes nothing between the quotes for a field that the request does not have. */
  private static String withHyphens(String line) {
    return line.replace(" \"\"", " \"-\"");
  }

  private static void pass(ResponseListener listener, Request request, Response response) {
    listener.sent(
        request.getHttpURI().getPath() == null ? "" : request.getHttpURI().getPath(),
        response.getStatus(),
        response.getHeaders().get(HttpHeader.CONTENT_ENCODING),
        isHead(request) ? 0 : Response.getContentBytesWritten(response));
  }

  /** All of them as one log of Jetty, or null if there are none. */
  public @Nullable RequestLog log() {
    return logs.isEmpty() ? null : new RequestLog.Collection(logs.toArray(RequestLog[]::new));
  }
}
