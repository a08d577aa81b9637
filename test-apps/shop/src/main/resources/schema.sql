CREATE TABLE products (
  id INT PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  category VARCHAR(20) NOT NULL,
  list_price_cents BIGINT NOT NULL,
  units_sold BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE orders (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visitor VARCHAR(64) NOT NULL,
  state VARCHAR(12) NOT NULL,
  total_cents BIGINT NOT NULL
);
CREATE TABLE order_lines (
  order_id BIGINT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id INT NOT NULL REFERENCES products (id),
  quantity INT NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
