package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.weaver.family.Families;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFamilies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Iterators look for the end of their traversal when the recorder wants it, not before or after.
 */
final class WeavingOnDemandTest {
  private static final int CONCURRENT = MapscopeFamilies.CONCURRENT_HASH_MAP;
  private static final int SKIP_LIST = MapscopeFamilies.CONCURRENT_SKIP_LIST_MAP;

  private final Class<?> concurrent = type("java.util.concurrent.ConcurrentHashMap$BaseIterator");
  private final Class<?> skipList = type("java.util.concurrent.ConcurrentSkipListMap$Iter");
  private final Class<?> plain = type("java.util.HashMap$HashIterator");
  private final FakeJvm jvm = new FakeJvm();
  private final Weaver weaver = new Weaver(iterators());

  @BeforeEach
  @AfterEach
  void wantNothing() {
    MapscopeFamilies.endsWanted = 0;
    MapscopeFamilies.endsSeen = 0;
  }

  @Test
  void plans_ofEveryKind_lookInOneClassAndOnDemandAlone() throws Exception {
    int all = 0;
    for (MapFamily family : Families.all()) {
      for (ClassPlan plan : family.plans()) {
        byte[] original = FakeJvm.original(type(plan.className()));
        assertThat(looks(ClassWeaving.weave(plan, original))).as(plan.className()).isEmpty();
        assertThat(looks(ClassWeaving.weave(plan, plan.demand(), original)).isEmpty())
            .as(plan.className())
            .isEqualTo(plan.demand() == 0);
        assertThat(all & plan.demand()).as(plan.className()).isZero();
        all |= plan.demand();
      }
    }
    assertThat(Integer.bitCount(all)).isEqualTo(6);
  }

  @Test
  void iterators_beforeDemand_doNotLook() throws Exception {
    install(concurrent, skipList, plain);

    assertThat(weaver.weaveWanted(jvm.instrumentation())).isEmpty();

    for (Class<?> type : List.of(concurrent, skipList, plain)) {
      assertThat(looks(jvm.current(type))).as(type.getName()).isEmpty();
    }
    assertThat(weaver.woven()).containsExactlyInAnyOrder(concurrent.getName(), plain.getName());
    assertThat(MapscopeFamilies.endsSeen).isZero();
  }

  @Test
  void iterators_onDemand_lookInTheirKindAlone() throws Exception {
    install(concurrent, plain);

    want(CONCURRENT);

    assertThat(looks(jvm.current(concurrent))).containsExactly("hasMoreElements", "hasNext");
    assertThat(looks(jvm.current(plain))).isEmpty();
    assertThat(MapscopeFamilies.endsSeen).isEqualTo(CONCURRENT);
  }

  @Test
  void iterators_wovenForNothingElse_lookOnDemandToo() throws Exception {
    install(skipList);
    assertThat(jvm.retransformations()).as("of a class with nothing to weave").isZero();

    want(SKIP_LIST);

    assertThat(looks(jvm.current(skipList))).containsExactly("hasNext");
    assertThat(weaver.woven()).contains(skipList.getName());
  }

  @Test
  void iterators_loadedAfterDemand_lookFromTheStart() throws Exception {
    install(plain);

    want(CONCURRENT);
    jvm.load(concurrent);

    assertThat(looks(jvm.current(concurrent))).isNotEmpty();
    assertThat(MapscopeFamilies.endsSeen).isEqualTo(CONCURRENT);
  }

  /** The JVM asks for the class file before the demand, and lists the class after it. */
  @Test
  void iterators_beingLoadedAtTheDemand_areSeenOnceTheyLook() throws Exception {
    install(plain);
    weaver.transform(
        null, concurrent.getName().replace('.', '/'), null, null, FakeJvm.original(concurrent));

    want(CONCURRENT);
    assertThat(MapscopeFamilies.endsSeen).isZero();
    jvm.load(concurrent);
    weaver.weaveWanted(jvm.instrumentation());

    assertThat(MapscopeFamilies.endsSeen).isEqualTo(CONCURRENT);
  }

  @Test
  void iterators_retransformedByAnotherAgent_goOnLooking() throws Exception {
    install(concurrent);
    want(CONCURRENT);

    jvm.instrumentation().retransformClasses(concurrent);

    assertThat(looks(jvm.current(concurrent))).isNotEmpty();
  }

  @Test
  void demand_thatIsMet_isWovenOnce() throws Exception {
    install(concurrent);
    want(CONCURRENT);
    int before = jvm.retransformations();

    want(CONCURRENT);

    assertThat(jvm.retransformations()).isEqualTo(before);
  }

  @Test
  void demand_thatTheJvmRefuses_isToldOnceAndNeverMet() throws Exception {
    install(concurrent, plain);
    jvm.refuse(new UnmodifiableClassException("not now"));
    MapscopeFamilies.endsWanted = CONCURRENT;

    assertThat(weaver.weaveWanted(jvm.instrumentation()))
        .containsExactly(
            new Refusal(
                concurrent.getName(),
                "its traversals are not watched: "
                    + "java.lang.instrument.UnmodifiableClassException: not now"));
    int before = jvm.retransformations();
    assertThat(weaver.weaveWanted(jvm.instrumentation())).isEmpty();

    assertThat(jvm.retransformations()).isEqualTo(before);
    assertThat(weaver.refused()).hasSize(1);
    assertThat(weaver.woven()).contains(concurrent.getName());
    assertThat(MapscopeFamilies.endsSeen).isZero();
  }

  /** Without a look what else is woven in stays. */
  @Test
  void demand_thatTheJvmRefused_isInNoClassFileAfterwards() throws Exception {
    install(concurrent);
    byte[] before = jvm.current(concurrent);
    jvm.refuse(new UnmodifiableClassException("not now"));
    want(CONCURRENT);

    FakeJvm later = new FakeJvm();
    later.instrumentation().addTransformer(weaver);
    later.load(concurrent);

    assertThat(later.current(concurrent)).isEqualTo(before);
  }

  @Test
  void demand_inAFamilyThatIsRefused_isNotTriedAgain() throws Exception {
    ClassPlan owner = ClassPlan.of("java.util.HashMap").weave(Weaves.TRAVERSAL, "frobnicate");
    ClassPlan iterator = iterators().get(0).plans().get(0);
    Weaver refusing = new Weaver(List.of(new MapFamily("Some", List.of(owner, iterator))));
    jvm.load(java.util.HashMap.class);
    jvm.load(concurrent);
    refusing.install(jvm.instrumentation());
    MapscopeFamilies.endsWanted = CONCURRENT;

    assertThat(refusing.weaveWanted(jvm.instrumentation())).isEmpty();
    int before = jvm.retransformations();
    refusing.weaveWanted(jvm.instrumentation());

    assertThat(jvm.retransformations()).isEqualTo(before);
    assertThat(MapscopeFamilies.endsSeen).isZero();
    assertThat(jvm.current(concurrent)).isEqualTo(FakeJvm.original(concurrent));
  }

  @Test
  void iterators_afterDetach_areTheJdks() throws Exception {
    install(concurrent, skipList, plain);
    want(CONCURRENT | SKIP_LIST);

    weaver.uninstall(jvm.instrumentation());
    want(CONCURRENT | SKIP_LIST);

    for (Class<?> type : List.of(concurrent, skipList, plain)) {
      assertThat(jvm.current(type)).as(type.getName()).isEqualTo(FakeJvm.original(type));
    }
    assertThat(MapscopeFamilies.endsSeen).isZero();
  }

  private void install(Class<?>... loaded) throws Exception {
    for (Class<?> type : loaded) {
      jvm.load(type);
    }
    weaver.install(jvm.instrumentation());
  }

  private void want(int kinds) {
    MapscopeFamilies.endsWanted = kinds;
    weaver.weaveWanted(jvm.instrumentation());
  }

  /** In families that the recorder does not know: the JVM of this test may be woven itself. */
  private static List<MapFamily> iterators() {
    List<MapFamily> families = new ArrayList<>();
    for (MapFamily family : Families.all()) {
      for (ClassPlan plan : family.plans()) {
        if (plan.demand() != 0) {
          families.add(new MapFamily("Some", List.of(plan)));
        }
      }
    }
    return families;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  /** The methods that tell the recorder whether there is more, in order. */
  private static List<String> looks(byte[] classFile) {
    return MethodCalls.in(classFile).stream()
        .filter(call -> call.owner().equals(Recorder.TRAVERSALS) && call.called().equals("more"))
        .map(MethodCalls.Call::from)
        .sorted()
        .toList();
  }
}
