package io.mapscope.shop.http;

import java.util.function.Consumer;

/** Told by Jetty when its request is complete; knows nothing of the request itself. */
final class RequestListener implements Consumer<Throwable> {
  private final ListenerMetadata metadata;

  RequestListener(ListenerMetadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public void accept(Throwable failureOrNull) {
    metadata.completed(this);
  }
}
