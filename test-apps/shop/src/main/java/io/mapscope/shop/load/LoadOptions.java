package io.mapscope.shop.load;

/**
 * What load to make.
 *
 * @param url the shop's address without a path, as the shop prints it
 * @param seconds how long
 * @param threads how many requests are under way at once
 * @param requestsPerSecond how many requests fall due in a second, in an open loop; 0 for a closed
 *     one, in which each thread sends its next request when it has the answer to the last
 * @param seed the same seed gives each thread the same sequence of actions and products
 */
public record LoadOptions(String url, int seconds, int threads, int requestsPerSecond, long seed) {
  /** The same for another time. */
  public LoadOptions lasting(int otherSeconds) {
    return new LoadOptions(url, otherSeconds, threads, requestsPerSecond, seed);
  }
}
