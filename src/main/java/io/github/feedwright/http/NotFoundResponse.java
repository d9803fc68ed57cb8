package io.github.feedwright.http;

import io.github.feedwright.http.request.AcceptEncoding;
import io.github.feedwright.http.request.RequestFields;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** 404: a page of the site for browsers, one line of text for every other client. */
final class NotFoundResponse {
  private NotFoundResponse() {}

  static void send(Exchange exchange, Snapshot snapshot) {
    Resource page = snapshot.notFound();
    if (page instanceof OnDemand later && acceptsHtml(exchange.request().getHeaders())) {
      exchange.when(later.representation(), made -> negotiate(exchange, made));
    } else {
      exchange.send(PlainResponse.NOT_FOUND);
    }
  }

  /** Browsers name the type; feed readers and tools do not, or accept anything. */
  private static boolean acceptsHtml(HttpFields fields) {
    for (HttpField field : fields) {
      String value = field.getHeader() == HttpHeader.ACCEPT ? field.getValue() : null;
      if (value != null && value.toLowerCase(Locale.ROOT).contains("text/html")) {
        return true;
      }
    }
    return false;
  }

  private static void negotiate(Exchange exchange, Representation page) {
    RequestFields asked = RequestFields.of(exchange.request().getHeaders());
    ContentCoding coding = AcceptEncoding.parse(asked.acceptEncoding()).choose(page.codings());
    if (coding == null) {
      exchange.send(PlainResponse.NOT_FOUND);
    } else {
      exchange.when(page.body(coding), body -> send(exchange, page, coding, body));
    }
  }

  private static void send(
      Exchange exchange, Representation page, ContentCoding coding, ByteBuffer body) {
    HttpFields.Mutable fields = exchange.response().getHeaders();
    ResponseFields.addAll(fields, ResponseFields.EVERYWHERE);
    fields.add(ResponseFields.cacheControl(CachePolicy.SHORT));
    fields.add(ResponseFields.VARY_BY_TYPE);
    fields.add(HttpHeader.CONTENT_TYPE, page.contentType());
    if (page.policy() != null) {
      fields.add(ResponseFields.policy(page.policy()));
    }
    if (coding != ContentCoding.IDENTITY) {
      fields.add(HttpHeader.CONTENT_ENCODING, coding.token());
    }
    exchange.response().setStatus(404);
    exchange.response().write(true, body, exchange.callback());
  }
}
