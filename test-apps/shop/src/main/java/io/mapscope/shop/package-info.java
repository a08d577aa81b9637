/**
 * The demo shop: a small but real HTTP service whose maps tell the story of Mapscope, and the load
 * that drives it. Two programs live here, {@link io.mapscope.shop.Main} (the service) and {@link
 * io.mapscope.shop.Load} (its visitors), to be run in a JVM each; the parts are in the packages
 * below. Nothing here knows of the agent: it observes the shop as it would any other service.
 */
package io.mapscope.shop;
