package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mapscope.profile.ReportSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableRecordingTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("app.jfr");
  }

  @Test
  void missingFile_isNamed() {
    assertUnreadable("there is no such file");
  }

  @Test
  void directory_isNamed() throws Exception {
    Files.createDirectory(file);

    assertUnreadable("is a directory, expected a recording");
  }

  @Test
  void emptyFile_saysWhenItIsWritten() throws Exception {
    Files.createFile(file);

    assertUnreadable("is empty; the file of a recording is written when the recording ends");
  }

  @Test
  void otherKindOfFile_isNamed() throws Exception {
    Files.writeString(file, "{\"schema\": 1}");

    assertUnreadable("is not a Flight Recorder file");
  }

  @Test
  void recordingWithoutOurEvents_isForeign() throws Exception {
    Files.move(Recordings.during(directory, () -> {}), file);

    assertUnreadable("holds no Mapscope events; was it recorded with the agent in the JVM?");
  }

  @Test
  void truncatedFile_saysHowMuchIsMissing() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(directory, ReportSamples.shop()));
    Files.write(file, Arrays.copyOf(whole, whole.length - 1000));

    assertUnreadable("is truncated, its last chunk lacks 1000 of " + whole.length + " bytes");
  }

  @Test
  void truncatedHeader_isNamed() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(directory, ReportSamples.shop()));
    Files.write(file, Arrays.copyOf(whole, 20));

    assertUnreadable("is truncated, its last chunk has no complete header");
  }

  @Test
  void chunkNeverClosed_isUnfinished() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(directory, ReportSamples.shop()));
    Arrays.fill(whole, 8, 16, (byte) 0);
    Files.write(file, whole);

    assertUnreadable("is unfinished, its last chunk was never closed");
  }

  @Test
  void garbageBehindTheRecording_isDamaged() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(directory, ReportSamples.shop()));
    Files.write(file, Arrays.copyOf(whole, whole.length + 5));

    assertUnreadable("is damaged, a chunk does not begin right");
  }

  @Test
  void eventOfAnotherSchema_isNamed() throws Exception {
    Path recorded =
        Recordings.during(
            directory,
            () -> {
              AgentStatistics event = new AgentStatistics();
              AgentStatisticsMapping.fill(event, ReportSamples.empty());
              event.run = "r";
              event.set = 1;
              event.schema = 2;
              event.commit();
            });
    Files.move(recorded, file);

    assertUnreadable(
        "mapscope.AgentStatistics is not what this version writes: "
            + "this version reads schema 1, the recording has 2");
  }

  @Test
  void eventWithoutARequiredText_isNamed() throws Exception {
    Path recorded =
        Recordings.during(
            directory,
            () -> {
              MapStatistics event = new MapStatistics();
              event.run = "r";
              event.texts = new Texts().add("mapId", "m").join();
              event.commit();
            });
    Files.move(recorded, file);

    assertUnreadable(
        "mapscope.MapStatistics is not what this version writes: text mapClass is missing");
  }

  @Test
  void eventWithoutItsTexts_isNamed() throws Exception {
    Files.move(Recordings.during(directory, () -> new MapStatistics().commit()), file);

    assertUnreadable(
        "mapscope.MapStatistics is not what this version writes: field texts is empty");
  }

  @Test
  void randomDamage_eitherReadsOrSaysWhyOnOneLine() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.of(directory, ReportSamples.shop()));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      writeDamaged(whole, random);
      Throwable thrown = catchThrowable(() -> RecordingReader.readAll(file));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(UnreadableRecording.class);
        assertThat(thrown.getMessage()).startsWith(file + ": ").doesNotContainPattern("\\R");
      }
    }
  }

  private void writeDamaged(byte[] whole, Random random) throws IOException {
    byte[] damaged = whole.clone();
    for (int hits = random.nextInt(1, 50); hits > 0; hits--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    Files.write(file, damaged);
  }

  private void assertUnreadable(String problem) {
    assertThatThrownBy(() -> RecordingReader.readAll(file))
        .isInstanceOf(UnreadableRecording.class)
        .hasMessage(file + ": " + problem);
  }
}
