package io.mapscope.shop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line of {@code --name value} or {@code --name=value} pairs, read strictly. */
final class Flags {
  private final Map<String, String> values = new HashMap<>();

  /** Reads the command line; a name not in {@code known}, or one without a value, is refused. */
  static Flags parse(String[] args, Set<String> known) throws UsageException {
    Flags flags = new Flags();
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      String name = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (!known.contains(name)) {
        throw new UsageException("unknown argument \"" + name + "\"");
      }
      if (equals < 0 && ++i == args.length) {
        throw new UsageException(name + " lacks its value");
      }
      flags.put(name, equals < 0 ? args[i] : args[i].substring(equals + 1));
    }
    return flags;
  }

  private void put(String name, String value) throws UsageException {
    if (values.put(name, value) != null) {
      throw new UsageException(name + " is given twice");
    }
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  int number(String name, int fallback, int smallest, int greatest) throws UsageException {
    String given = values.get(name);
    if (given == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= smallest && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as a number outside the range.
    }
    throw new UsageException(
        "%s is \"%s\", expected a whole number from %d to %d"
            .formatted(name, given, smallest, greatest));
  }
}
