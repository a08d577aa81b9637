package io.mapscope.shop.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes every request to its endpoint and writes the answer as JSON. Refusals become their status;
 * anything else thrown is a defect, which Jetty logs and answers with 500.
 */
final class ShopHandler extends Handler.Abstract {
  private final ShopData data;
  private final RouteTable routes;
  private final ListenerMetadata metadata;
  private final ObjectMapper json;

  ShopHandler(ShopData data, RouteTable routes, ListenerMetadata metadata, ObjectMapper json) {
    this.data = data;
    this.routes = routes;
    this.metadata = metadata;
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Call call = new Call(request);
    Reply reply;
    try {
      reply = answer(call, request);
    } catch (Refusal refusal) {
      reply = Reply.of(refusal);
    }
    write(reply, response, callback);
    return true;
  }

  private Reply answer(Call call, Request request) throws SQLException, IOException {
    RouteTable.Route route = routes.find(call.method(), call.path());
    if (route == null) {
      throw new Refusal(404, "there is no " + call.method() + " " + call.path());
    }
    Request.addCompletionListener(request, metadata.start(route.pattern()));
    data.visitors().saw(call.visitor());
    return route.endpoint().answer(call);
  }

  private void write(Reply reply, Response response, Callback callback) throws IOException {
    byte[] body = json.writeValueAsBytes(reply.body());
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (reply.sessionId() != null) {
      Response.putCookie(response, cookie(reply.sessionId()));
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static HttpCookie cookie(String sessionId) {
    return HttpCookie.build(Call.SESSION_COOKIE, sessionId)
        .path("/api")
        .httpOnly(true)
        .sameSite(HttpCookie.SameSite.STRICT)
        .build();
  }
}
