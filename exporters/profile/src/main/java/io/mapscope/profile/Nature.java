package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * What the maps of a site are by construction, beyond the name of their class: a subclass of a
 * library's map, a map in order of access, one that throws its eldest entry out.
 *
 * @param base binary name of the class that keeps the entries, {@code java.util.LinkedHashMap} for
 *     every subclass of it, or null when it is none that the agent knows
 * @param accessOrder whether a look-up moves its entry to the end of the order
 * @param evicts whether the class overrides {@code removeEldestEntry}
 * @param comparator whether the order is another than the keys' own
 */
public record Nature(
    @Nullable String base, boolean accessOrder, boolean evicts, boolean comparator) {}
