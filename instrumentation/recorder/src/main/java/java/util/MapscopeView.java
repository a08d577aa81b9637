package java.util;

/**
 * A view, iterator or part of a {@link MapscopeTracked} map: the weaver adds this interface to the
 * class when it is loaded, so that the way from the view to its map is one call.
 */
public interface MapscopeView {
  /** The map behind; null or anything else is taken for "none". */
  Object mapscopeMap();
}
