package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

/** The JDK's caches let go of the class loader of a record whose methods were used. */
final class JdkCachesTest {
  private static final int MOST_COLLECTIONS = 50;

  /** Of two components of its own kind: one handle each for equals, hashCode and toString. */
  public record Node(Object name, Node next) {}

  /** Defines the record anew, as each start of the agent does with all its classes. */
  private static final class OwnClasses extends ClassLoader {
    OwnClasses() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  @Test
  void displaceOurs_afterRecordsOfALoaderThatGoes_letsTheLoaderGo() throws Exception {
    WeakReference<ClassLoader> loader = useRecords();

    JdkCaches.displaceOurs();

    assertThat(isCollected(loader)).isTrue();
  }

  private static WeakReference<ClassLoader> useRecords() throws Exception {
    OwnClasses loader = new OwnClasses();
    Constructor<?> make = loader.loadClass(Node.class.getName()).getDeclaredConstructors()[0];
    Object last = make.newInstance("last", null);
    Object first = make.newInstance("first", last);
    assertThat(first.equals(make.newInstance("first", last))).isTrue();
    assertThat(first.hashCode()).isNotEqualTo(last.hashCode());
    assertThat(first.toString()).contains("last");
    return new WeakReference<>(loader);
  }

  private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
    for (int n = 0; n < MOST_COLLECTIONS && reference.get() != null; n++) {
      System.gc();
      Thread.sleep(10);
    }
    return reference.get() == null;
  }
}
