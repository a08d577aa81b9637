package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositorySpaceTest {

  private static final long MEGABYTE = 1 << 20;

  /** A folder on a disk of that size. */
  private static File folder(long totalBytes, long usableBytes) {
    return new File("/full/disk") {
      private static final long serialVersionUID = 1;

      @Override
      public long getTotalSpace() {
        return totalBytes;
      }

      @Override
      public long getUsableSpace() {
        return usableBytes;
      }
    };
  }

  @Test
  void shortage_onAFullDisk_namesItAndWhatIsLeft() {
    assertThat(RepositorySpace.shortageIn(folder(100 * MEGABYTE, 3 * MEGABYTE)))
        .startsWith("only 3 MB are left on the disk of " + new File("/full/disk"));
    assertThat(RepositorySpace.shortageIn(folder(100 * MEGABYTE, 0))).startsWith("only 0 MB");
  }

  @Test
  void shortage_withRoomOrNobodyToTell_isNone(@TempDir Path folder) {
    assertThat(RepositorySpace.shortageIn(folder(1 << 30, RepositorySpace.LEAST_BYTES))).isNull();
    assertThat(RepositorySpace.shortageIn(folder(0, 0))).isNull();
    assertThat(RepositorySpace.shortageIn(folder.resolve("gone").toFile())).isNull();
  }
}
