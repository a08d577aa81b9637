package io.mapscope.jmc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room may know. */
class RoomTest {

  @Test
  void jmc_dependsOn_theAdvisorTheReaderAndJmcsCore() {
    classes()
        .that()
        .resideInAPackage("io.mapscope.jmc..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.mapscope.jmc..",
            "io.mapscope.advisor..",
            "io.mapscope.jfr..",
            "io.mapscope.profile..",
            "org.openjdk.jmc.common..",
            "org.openjdk.jmc.flightrecorder",
            "org.openjdk.jmc.flightrecorder.jdk..",
            "org.openjdk.jmc.flightrecorder.rules",
            "org.openjdk.jmc.flightrecorder.rules.util..",
            "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.mapscope.jmc"));
  }
}
