package io.mapscope.shop.http;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request as the endpoints see it; used by its request thread only. */
final class Call {
  static final String SESSION_COOKIE = "shop_session";
  static final String VISITOR_COOKIE = "shop_visitor";
  private static final String ANONYMOUS = "anonymous";
  private static final int VISITOR_LIMIT_CHARS = 64;
  private static final int BODY_LIMIT_BYTES = 4096;

  private final Request request;
  private final String path;

  Call(Request request) {
    this.request = request;
    this.path = Request.getPathInContext(request);
  }

  String method() {
    return request.getMethod();
  }

  String path() {
    return path;
  }

  String lastSegment() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  QueryParameters query() {
    return QueryParameters.parse(request.getHttpURI().getQuery());
  }

  /** The session that the visitor's cookie names, alive or not; null without such a cookie. */
  @Nullable String sessionId() {
    return cookie(SESSION_COOKIE);
  }

  /** Who the visitor says to be, cut to what the order table takes. */
  String visitor() {
    String named = cookie(VISITOR_COOKIE);
    if (named == null) {
      return ANONYMOUS;
    }
    return named.substring(0, Math.min(named.length(), VISITOR_LIMIT_CHARS));
  }

  private @Nullable String cookie(String name) {
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** The request's body; one that is longer than an order line can be is refused. */
  byte[] body() throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(BODY_LIMIT_BYTES + 1);
      if (body.length > BODY_LIMIT_BYTES) {
        throw new Refusal(413, "the body exceeds " + BODY_LIMIT_BYTES + " bytes");
      }
      return body;
    }
  }
}
