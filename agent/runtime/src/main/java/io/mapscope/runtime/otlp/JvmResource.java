package io.mapscope.runtime.otlp;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the resource says of this JVM, named as OpenTelemetry's conventions do; no name service is
 * asked.
 */
final class JvmResource {

  /** Where Linux shows the host's name, which in a container is that of the pod. */
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private static final String DISTRO = "mapscope";

  private JvmResource() {}

  /** {@code settings} with what they do not say themselves, and with the mark of this agent. */
  static Resource complete(Resource settings, String version) {
    Resource mark =
        Resource.create(
            Attributes.builder()
                .put("telemetry.distro.name", DISTRO)
                .put("telemetry.distro.version", version)
                .build());
    return Resource.create(ofThisJvm()).merge(settings).merge(mark);
  }

  private static Attributes ofThisJvm() {
    AttributesBuilder attributes =
        Attributes.builder()
            .put("process.pid", ProcessHandle.current().pid())
            .put("process.runtime.name", System.getProperty("java.runtime.name", "unknown"))
            .put("process.runtime.version", System.getProperty("java.runtime.version", "unknown"));
    try {
      attributes.put("host.name", Files.readString(HOST_NAME).strip());
    } catch (IOException notLinux) {
      // then the resource has no host; asking a name service could take seconds
    }
    return attributes.build();
  }
}
