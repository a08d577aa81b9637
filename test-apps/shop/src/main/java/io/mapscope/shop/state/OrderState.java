package io.mapscope.shop.state;

/** Where an order stands. */
public enum OrderState {
  DRAFT,
  PLACED,
  PAID,
  SHIPPED,
  CANCELLED
}
