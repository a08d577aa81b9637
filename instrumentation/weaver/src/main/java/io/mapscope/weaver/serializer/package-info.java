/**
 * One class per serialization library: which of its methods write a map, how much its buffer holds,
 * and why. Read against the versions that {@code test-apps/serializers} runs; a class without a
 * method that is expected stays as it is, with a reason.
 */
package io.mapscope.weaver.serializer;
