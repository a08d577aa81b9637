package io.mapscope.prove.seeds.form;

import java.util.function.Supplier;

/** Every way between a record and a map that is measured. */
public enum ConversionForm {
  CONVERT_VALUE("Jackson convertValue", Converters.ConvertValue::new),
  JSON_TEXT("JSON text, Jackson both ways", Converters.JsonText::new),
  CORE_REFLECTION("java.lang.reflect", Converters.CoreReflection::new),
  METHOD_HANDLES("method handles", Converters.Handles::new),
  GENERATED("generated code", Converters.Generated::new),
  VIEW("zero-copy view, method handles", Converters.View::new),
  SYNCED("the same view, synchronized with its record", Converters.Synced::new);

  private final String title;
  private final Supplier<Converter> maker;

  ConversionForm(String title, Supplier<Converter> maker) {
    this.title = title;
    this.maker = maker;
  }

  /** What it is, for people. */
  public String title() {
    return title;
  }

  /** A new one. */
  public Converter make() {
    return maker.get();
  }
}
