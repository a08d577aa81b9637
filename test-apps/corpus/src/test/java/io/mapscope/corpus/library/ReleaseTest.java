package io.mapscope.corpus.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import io.mapscope.corpus.Deadline;
import java.io.FileNotFoundException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ReleaseTest {
  private static final Deadline NOW = Deadline.in(Duration.ZERO);

  @Test
  void run_twoReleases_eachMeetsItsOwn() {
    assertThatThrownBy(() -> Release.of("gson-2.6.2.jar").run(MapOfGson.class, NOW))
        .hasMessage("java.util.Collections$SynchronizedMap");
    assertThatThrownBy(() -> Release.of("gson-2.7.jar").run(MapOfGson.class, NOW))
        .hasMessage("java.util.concurrent.ConcurrentHashMap");
  }

  @Test
  void run_libraryThatTheCorpusUsesToo_isTheReleaseAskedFor() {
    assertThatThrownBy(
            () ->
                Release.of(
                        "jackson-databind-2.4.1.jar",
                        "jackson-core-2.4.2.jar",
                        "jackson-annotations-2.4.0.jar")
                    .run(VersionOfJackson.class, NOW))
        .hasMessage("2.4.1");
  }

  @Test
  void run_jarThatIsNotThere_isSaid() {
    assertThatThrownBy(() -> Release.of("gson-0.0.jar").run(MapOfGson.class, NOW))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("the corpus holds no gson-0.0.jar");
  }

  /** Tells what it met as the message of an exception: it shares no class with the test. */
  public static final class MapOfGson implements LibraryDriver {
    @Override
    public void run(Deadline deadline) throws Exception {
      final var field = Gson.class.getDeclaredField("typeTokenCache");
      field.setAccessible(true);
      throw new IllegalStateException(field.get(new Gson()).getClass().getName());
    }
  }

  /** The same for Jackson's version. */
  public static final class VersionOfJackson implements LibraryDriver {
    @Override
    public void run(Deadline deadline) {
      throw new IllegalStateException(new ObjectMapper().version().toString());
    }
  }
}
