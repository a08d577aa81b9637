package io.mapscope.cli;

import io.mapscope.profile.Severity;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a severity as reports write it. */
final class SeverityName implements ITypeConverter<Severity> {

  /** The names there are, for the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  private static List<String> names() {
    return Stream.of(Severity.values()).map(Severity::jsonName).toList();
  }

  @Override
  public Severity convert(String name) {
    try {
      return Severity.ofJsonName(name);
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(
          "expected one of " + String.join(", ", names()) + ", got '" + name + "'");
    }
  }
}
