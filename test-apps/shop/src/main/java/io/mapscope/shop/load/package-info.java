/**
 * The shop's visitors: threads that send requests, check the answers and time them. A closed loop:
 * a thread sends its next request only after the answer to the last one, so a slow shop is asked
 * less, and the times are service times, not what visitors arriving on their own would have waited.
 * Talks to the shop over HTTP only.
 */
package io.mapscope.shop.load;
