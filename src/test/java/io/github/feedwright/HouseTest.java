package io.github.feedwright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The import rules of the house: the packages are the data flow, and it runs one way. */
@AnalyzeClasses(packages = HouseTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
  static final String ROOT = "io.github.feedwright";

  /** Left to right; {@code render} and {@code page} stand side by side. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("problem", "yaml"),
          List.of("settings"),
          List.of("source"),
          List.of("post"),
          List.of("library"),
          List.of("content"),
          List.of("feed"),
          List.of("render", "page"),
          List.of("publish"),
          List.of("http"),
          List.of("cli"));

  private static final Set<String> DISK_AND_NETWORK =
      Set.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileReader",
          "java.net.Socket",
          "java.net.URL",
          "java.net.URLConnection",
          "java.nio.file.Files");

  private static final Set<String> OUTSIDE =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty");

  private static final String[] PURE =
      inRoot("post", "library", "content", "feed", "render", "page");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static void packagesImportOnlyToTheirLeft(JavaClasses classes) {
    for (int stage = 0; stage < ORDER.size(); stage++) {
      for (String left : ORDER.get(stage)) {
        for (List<String> later : ORDER.subList(stage + 1, ORDER.size())) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + "." + left + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(inRoot(later.toArray(String[]::new)))
              .check(classes);
        }
      }
    }
  }

  @ArchTest
  static final ArchRule renderAndPageDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".page..");

  @ArchTest
  static final ArchRule pageDoesNotKnowRender =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".render..");

  @ArchTest static final ArchRule snakeyamlIsAtHomeInYaml = atHome("yaml", "org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule flexmarkIsAtHomeInContent = atHome("content", "com.vladsch.flexmark..");

  @ArchTest static final ArchRule jsoupIsAtHomeInContent = atHome("content", "org.jsoup..");

  @ArchTest
  static final ArchRule romeAndJdomAreAtHomeInRender =
      atHome("render", "com.rometools..", "org.jdom2..");

  @ArchTest static final ArchRule jteIsAtHomeInPage = atHome("page", "gg.jte..");

  @ArchTest
  static final ArchRule serversAreAtHomeInHttp =
      atHome("http", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest static final ArchRule picocliIsAtHomeInCli = atHome("cli", "picocli..");

  @ArchTest static final ArchRule tomlIsAtHomeInPost = atHome("post", "org.tomlj..");

  @ArchTest
  static final ArchRule oldDatesAreAtHomeInRender =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".render..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule fromPostToPageNothingReadsTheClockOrTheEnvironment =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethodWhere(describe("reads the clock or the environment", HouseTest::readsOutside));

  @ArchTest
  static final ArchRule fromPostToPageNothingReadsDiskOrNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              describe(
                  "read disk or network",
                  type ->
                      DISK_AND_NETWORK.contains(type.getName())
                          || type.getPackageName().startsWith("java.nio.channels")
                          || type.getPackageName().startsWith("java.net.http")));

  @ArchTest
  static final ArchRule fromPostToPageFieldsAreFinal =
      fields().that().areDeclaredInClassesThat(resideInAnyPackage(PURE)).should().beFinal();

  @ArchTest
  static final ArchRule nothingStaticChanges = noFields().that().areStatic().should().notBeFinal();

  private static ArchRule atHome(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static boolean readsOutside(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getTarget().getName();
    return switch (owner) {
      case "java.lang.System" -> OUTSIDE.contains(method);
      case "java.util.Locale" -> method.equals("getDefault");
      case "java.time.Clock", "java.time.ZoneId" -> method.startsWith("system");
      default -> owner.startsWith("java.time.") && method.equals("now") && !isOfAClock(call);
    };
  }

  /** {@code Instant.now(clock)} reads only what was passed in. */
  private static boolean isOfAClock(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static String[] inRoot(String... packages) {
    return Arrays.stream(packages).map(each -> ROOT + "." + each + "..").toArray(String[]::new);
  }
}
