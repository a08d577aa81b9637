package io.mapscope.micrometer.spring;

import io.mapscope.micrometer.MapscopeMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Binds the agent's metrics to the application's registries, unless {@code
 * management.metrics.enable.mapscope=false} says otherwise: Spring Boot's own switch for meters by
 * the prefix of their name.
 */
@AutoConfiguration
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnProperty(
    name = "management.metrics.enable.mapscope",
    havingValue = "true",
    matchIfMissing = true)
public class MapscopeMetricsAutoConfiguration {
  /** Closed with the application. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  public MapscopeMetrics mapscopeMetrics() {
    return new MapscopeMetrics();
  }
}
