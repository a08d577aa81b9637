package java.util;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * What stays of the weaving when the agent is gone: in seven classes, the reads and writes of the
 * field {@code values}, in the one or two methods that cache a view there, go on to ask whether it
 * holds a probe.
 *
 * <p>The maps that the agent knows one by one get their views back; those that share an account,
 * such as the JDK's own, nobody can find, and their code must never take a probe for a view. It
 * stays registered because any other agent that has such a class transformed again would else bring
 * the original back. Does nothing else, for no other class.
 */
final class MapscopeViewGuard implements ClassFileTransformer {
  MapscopeViewGuard() {}

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader != null || internalName == null || !MapscopeViews.areCachedBy(internalName)) {
      return null;
    }
    try {
      return MapscopeViewPatch.of(classFile);
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
      return null;
    }
  }
}
