package io.mapscope.cli.jvm;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JVMs of this machine, and the one that a person means. */
public final class Jvms {
  private static final Pattern PID = Pattern.compile("[0-9]{1,18}");
  private static final Pattern BLANK = Pattern.compile("\\s");

  private Jvms() {}

  /**
   * All but this one, by process id: those that announce themselves, and those that {@code /proc}
   * shows besides, such as JVMs with {@code -XX:-UsePerfData}.
   */
  public static List<JvmProcess> all() {
    Map<Long, JvmProcess> found = new TreeMap<>();
    for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
      if (PID.matcher(jvm.id()).matches()) {
        ProcessHandle.of(Long.parseLong(jvm.id()))
            .ifPresent(process -> found.put(process.pid(), describe(process, jvm.displayName())));
      }
    }
    ProcessHandle.allProcesses()
        .filter(process -> !found.containsKey(process.pid()))
        .filter(process -> new LinuxProcess(process.pid()).isJvm())
        .forEach(process -> found.put(process.pid(), describe(process, "")));
    found.remove(ProcessHandle.current().pid());
    return List.copyOf(found.values());
  }

  /**
   * The JVM that {@code wanted} means: a process id, or a part of the name of a main class or jar.
   *
   * @throws Unreachable if there is none
   * @throws Ambiguous if there are several
   */
  public static JvmProcess find(String wanted) throws Unreachable, Ambiguous {
    return PID.matcher(wanted).matches() ? byPid(Long.parseLong(wanted)) : byName(wanted);
  }

  private static JvmProcess byPid(long pid) throws Unreachable {
    for (JvmProcess jvm : all()) {
      if (jvm.pid() == pid) {
        return jvm;
      }
    }
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new Unreachable("there is no process " + pid + " here; " + known()));
    if (pid == ProcessHandle.current().pid()) {
      throw new Unreachable("process " + pid + " is this very command");
    }
    return describe(process, "");
  }

  private static JvmProcess byName(String part) throws Unreachable, Ambiguous {
    List<JvmProcess> matching =
        all().stream().filter(jvm -> jvm.mainClass().contains(part)).toList();
    if (matching.isEmpty()) {
      throw new Unreachable(
          "there is no JVM here with '" + part + "' in the name of its main class; " + known());
    }
    if (matching.size() > 1) {
      throw new Ambiguous(
          "'" + part + "' means several JVMs, give the process id of one:" + lines(matching));
    }
    return matching.get(0);
  }

  private static String known() {
    List<JvmProcess> all = all();
    return all.isEmpty() ? "no JVM can be seen from here" : "there are:" + lines(all);
  }

  private static String lines(List<JvmProcess> jvms) {
    return jvms.stream()
        .sorted(Comparator.comparingLong(JvmProcess::pid))
        .map(jvm -> "\n  " + jvm.label())
        .collect(Collectors.joining());
  }

  private static JvmProcess describe(ProcessHandle process, String displayName) {
    String main = BLANK.split(displayName, 2)[0];
    return new JvmProcess(
        process.pid(),
        main.isEmpty() ? process.info().command().orElse("(unknown)") : main,
        process.info().user().orElse(null),
        Obstacles.of(process));
  }
}
