package io.mapscope.runtime.start;

import io.mapscope.runtime.management.AgentAccess;
import io.mapscope.runtime.management.Registration;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/** Registers the management bean as soon as somebody else has made the platform's MBean server. */
final class ManagementWatch {
  private @Nullable Registration registration;
  private boolean decided;

  /** Registers if it is time to; on the collector's thread, about every second. */
  void check(AgentAccess agent) {
    if (!decided) {
      try {
        registration = Registration.of(agent);
        decided = registration != null;
      } catch (JMException | RuntimeException problem) {
        decided = true;
        AgentLog.say("the management bean " + Registration.NAME + " is missing: " + problem);
      }
    }
  }

  /** Takes the bean out; the collector has ended. */
  void close() throws JMException {
    Registration registered = registration;
    if (registered != null) {
      registered.close();
    }
  }
}
