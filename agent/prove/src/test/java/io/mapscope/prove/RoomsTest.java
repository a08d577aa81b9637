package io.mapscope.prove;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of this module and their one-way arrows, held against the class files. */
final class RoomsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mapscope.prove");

  @Test
  void forms_know_nothingOfWorkloadsAndMeasuring() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.form..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.prove.workload..", "io.mapscope.prove.measure..", "org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void waysToSerialize_know_nothingOfWorkloadsSeedsAndMeasuring() {
    noClasses()
        .that()
        .resideInAnyPackage("io.mapscope.prove.serial..", "io.mapscope.prove.records..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.prove.workload..",
            "io.mapscope.prove.seeds..",
            "io.mapscope.prove.measure..",
            "org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void records_know_nothingOfWaysToSerialize() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.records..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mapscope.prove.serial..", "io.mapscope.prove.form..")
        .check(OURS);
  }

  @Test
  void mapsOfLists_know_nothingOfWorkloadsSeedsAndMeasuring() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.list..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.prove.workload..",
            "io.mapscope.prove.seeds..",
            "io.mapscope.prove.measure..",
            "org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void workloads_know_nothingOfMeasuring() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.workload..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mapscope.prove.measure..", "org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void measuring_knows_nothingOfTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.measure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "io.mapscope.cli..")
        .check(OURS);
  }

  @Test
  void seedStructures_know_nothingOfMeasuring() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.seeds.form..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.prove.seeds",
            "io.mapscope.prove.seeds.bench..",
            "io.mapscope.prove.measure..",
            "org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void seedBenchmarks_know_nothingOfTheRun() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.seeds.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mapscope.prove.seeds", "io.mapscope.prove.measure..")
        .check(OURS);
  }

  @Test
  void seeds_know_nothingOfTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.prove.seeds..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "io.mapscope.cli..")
        .check(OURS);
  }

  @Test
  void prove_knows_nothingOfTheRunningAgent() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mapscope.runtime..", "io.mapscope.weaver..", "io.mapscope.agent..")
        .check(OURS);
  }
}
