/** Spring Boot's way to {@link io.mapscope.micrometer.MapscopeMetrics}. */
package io.mapscope.micrometer.spring;
