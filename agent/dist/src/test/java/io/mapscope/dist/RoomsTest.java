package io.mapscope.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms and their one-way arrows, held against the class files. */
final class RoomsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mapscope");

  @Test
  void profile_dependsOn_theJdkAlone() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.profile..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.mapscope.profile..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void jfr_dependsOn_profileAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.jfr..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "jdk.jfr..", "io.mapscope.jfr..", "io.mapscope.profile..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void report_dependsOn_profileAdvisorAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.report..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.mapscope.report..",
            "io.mapscope.advisor..",
            "io.mapscope.profile..",
            "org.jspecify..")
        .check(OURS);
  }

  @Test
  void metrics_dependOn_profileAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.metrics..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.mapscope.metrics..", "io.mapscope.profile..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void otel_dependsOn_metricsProfileAndTheApiAlone() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.otel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.mapscope.otel..",
            "io.mapscope.metrics..",
            "io.mapscope.profile..",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "org.jspecify..")
        .check(OURS);
  }

  @Test
  void otelSink_knows_nothingOfOpenTelemetry() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.otel.sink..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
        .check(OURS);
  }

  @Test
  void advisor_dependsOn_profileAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.advisor..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.mapscope.advisor..", "io.mapscope.profile..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void weaver_dependsOn_recorderAndAsm() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.weaver..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.mapscope.weaver..", "org.objectweb.asm..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void prewoven_dependsOn_weaverAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.prewoven..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.mapscope.prewoven..", "io.mapscope.weaver..", "org.jspecify..")
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.mapscope.prewoven..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.mapscope.prewoven..")
        .check(OURS);
  }

  /** The application's library: neither the agent nor its catalogue, which it reads at run time. */
  @Test
  void micrometer_dependsOn_theApplicationsLibrariesAlone() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.micrometer..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.management..",
            "io.mapscope.micrometer..",
            "io.micrometer..",
            "io.prometheus..",
            "org.springframework..",
            "org.jspecify..")
        .check(OURS);
  }

  @Test
  void exporters_know_nothingOfTheAgent() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.mapscope.profile..",
            "io.mapscope.advisor..",
            "io.mapscope.jfr..",
            "io.mapscope.metrics..",
            "io.mapscope.micrometer..",
            "io.mapscope.otel..",
            "io.mapscope.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.runtime..",
            "io.mapscope.cli..",
            "io.mapscope.weaver..",
            "io.mapscope.agent..")
        .check(OURS);
  }

  /** So that a JVM without the endpoint never loads a class of Micrometer's. */
  @Test
  void endpoint_alone_knowsMicrometer() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.runtime..")
        .and()
        .resideOutsideOfPackage("io.mapscope.runtime.prometheus..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.prometheus..", "io.mapscope.micrometer..")
        .check(OURS);
  }

  @Test
  void options_know_nothingOfWhatTheyDo() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.runtime.options..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mapscope.runtime.start..", "io.mapscope.runtime.collect..", "io.mapscope.weaver..")
        .check(OURS);
  }

  @Test
  void commandLine_knows_nothingOfTheRunningAgent() {
    noClasses()
        .that()
        .resideInAPackage("io.mapscope.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mapscope.runtime..", "io.mapscope.weaver..")
        .check(OURS);
  }

  @Test
  void entryClasses_touch_neitherLoggingNorJmx() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.mapscope.agent..", "io.mapscope.runtime.options..", "io.mapscope.weaver..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "java.lang.management..", "javax.management..")
        .check(OURS);
  }
}
