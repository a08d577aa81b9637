package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the last agent of the command line has come in. */
final class OtherPremainsTest {
  private static final StackTraceElement[] NOTHING = {};
  private static final StackTraceElement[] PREMAIN = {
    frame("com.acme.Agent", "premain"),
    frame("sun.instrument.InstrumentationImpl", "loadClassAndCallPremain")
  };
  private static final StackTraceElement[] MAIN = {frame("com.acme.Main", "main")};

  @Test
  void premains_betweenTwoOfThem_areNotOver() {
    Deque<StackTraceElement[]> stacks =
        new ArrayDeque<>(List.of(PREMAIN, NOTHING, PREMAIN, NOTHING, MAIN));
    OtherPremains premains = new OtherPremains(new Shown(stacks));

    for (int i = 0; i < 4; i++) {
      assertThat(premains.getAsBoolean()).as("look %d", i).isTrue();
    }
    assertThat(premains.getAsBoolean()).isFalse();
  }

  @Test
  void premains_ofAThreadThatStaysOutsideOfJava_areOverAfterAWhile() {
    OtherPremains premains = new OtherPremains(new Idle(true));

    for (int i = 0; i < OtherPremains.MOST_EMPTY_LOOKS; i++) {
      assertThat(premains.getAsBoolean()).as("look %d", i).isTrue();
    }
    assertThat(premains.getAsBoolean()).isFalse();
  }

  @Test
  void premains_ofAThreadThatHasEnded_areOver() {
    assertThat(new OtherPremains(new Idle(false)).getAsBoolean()).isFalse();
  }

  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, null, 1);
  }

  @Test
  void premains_inAnApplicationThatRuns_areOver() {
    assertThat(OtherPremains.none().getAsBoolean()).isFalse();
  }

  private record Shown(Deque<StackTraceElement[]> stacks) implements OtherPremains.Starter {
    @Override
    public StackTraceElement[] stack() {
      return stacks.remove();
    }

    @Override
    public boolean isAlive() {
      return true;
    }
  }

  /** Nothing of Java is on its stack. */
  private record Idle(boolean isAlive) implements OtherPremains.Starter {
    @Override
    public StackTraceElement[] stack() {
      return NOTHING;
    }
  }
}
