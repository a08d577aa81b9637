package io.mapscope.shop.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The shop's settings, from {@code shop.properties} in its jar.
 *
 * <p>An observer sees a {@link Properties} loaded once and read for the currency of every answer
 * with a price: a hash table by inheritance, a concurrent map underneath since JDK 9.
 */
public final class ShopConfig {
  private static final String RESOURCE = "/shop.properties";

  private final Properties settings = new Properties();

  public ShopConfig() throws IOException {
    try (InputStream in = ShopConfig.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the jar lacks " + RESOURCE);
      }
      settings.load(in);
    }
  }

  /** The setting of that name; a missing one is a mistake in the file and refused. */
  public String text(String name) {
    String value = settings.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(RESOURCE + " lacks the setting " + name);
    }
    return value;
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  /** Numbers of all settings that begin with {@code prefix}, by the rest of their names. */
  public Map<String, Integer> valuesWithPrefix(String prefix) {
    Map<String, Integer> values = new HashMap<>();
    for (String name : settings.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        values.put(name.substring(prefix.length()), number(name));
      }
    }
    return values;
  }
}
