package io.mapscope.prove.seeds.bench;

import io.mapscope.prove.records.Holding;
import io.mapscope.prove.seeds.form.SerializedForm;
import io.mapscope.prove.serial.SerialSubject;
import java.nio.ByteBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Requests that are answered with a whole map, which is written between them. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, fill the rest
public class SerializationBenchmark {

  /** What JMH calls the benchmark with a write before each request. */
  public static final String EACH = name("writeThenRequest");

  /** And that with a write before ten requests. */
  public static final String TEN = name("writeThenTenRequests");

  /** And that with a write before a hundred requests. */
  public static final String HUNDRED = name("writeThenHundredRequests");

  private static final int A_FEW = 10;
  private static final int MANY = 100;

  /** A {@link SerializedForm}. */
  @Param("COPIED")
  public String form;

  /** Entries of the map. */
  @Param("10000")
  public int entries;

  private SerialSubject<Holding, ByteBuffer> map;
  private int next;

  private static String name(String method) {
    return SerializationBenchmark.class.getName() + "." + method;
  }

  /** Makes and fills the map. */
  @Setup(Level.Trial)
  public void fill() {
    map = SerializedForm.valueOf(form).make();
    for (int i = 0; i < entries; i++) {
      map.put(key(i), Holding.sample(i));
    }
  }

  private static String key(int number) {
    return "account-" + number;
  }

  private void write() {
    int number = next++ % entries;
    map.put(key(number), Holding.sample(next));
  }

  /** A write, a request. */
  @Benchmark
  public Object writeThenRequest() {
    write();
    return map.serialize();
  }

  /** A write, ten requests; one of them is an operation. */
  @Benchmark
  @OperationsPerInvocation(A_FEW)
  public void writeThenTenRequests(Blackhole hole) {
    write();
    for (int i = 0; i < A_FEW; i++) {
      hole.consume(map.serialize());
    }
  }

  /** A write, a hundred requests; one of them is an operation. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public void writeThenHundredRequests(Blackhole hole) {
    write();
    for (int i = 0; i < MANY; i++) {
      hole.consume(map.serialize());
    }
  }
}
