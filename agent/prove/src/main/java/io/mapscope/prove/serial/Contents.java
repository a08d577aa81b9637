package io.mapscope.prove.serial;

/** Which content stands for what was recorded. */
public final class Contents {

  /** A map of more entries is no row that is converted to a record. */
  public static final int MOST_ROW_ENTRIES = 20;

  private Contents() {}

  /**
   * Content for a map of {@code entries} that {@code recorded} serializes.
   *
   * @param bytesPerEntry what it writes of each, where it writes bytes
   */
  public static Content<?> of(SerialForm recorded, int entries, double bytesPerEntry) {
    if (recorded != SerialForm.CONVERT) {
      return BytesContent.of(recorded, entries, bytesPerEntry);
    }
    return entries <= MOST_ROW_ENTRIES ? RowContent.of(entries) : new RecordsContent(entries);
  }
}
