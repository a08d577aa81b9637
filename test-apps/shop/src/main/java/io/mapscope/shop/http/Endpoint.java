package io.mapscope.shop.http;

import java.io.IOException;
import java.sql.SQLException;

/** Answers the requests of one route; called by many request threads at once. */
@FunctionalInterface
interface Endpoint {
  Reply answer(Call call) throws SQLException, IOException;
}
