/** An application that is a module, exports nothing and opens nothing. */
module io.mapscope.modular {
  requires java.logging;
}
