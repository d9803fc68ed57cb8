package io.github.feedwright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for imports: the packages are the data flow, and it runs one way. */
@AnalyzeClasses(packages = HouseTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
  static final String ROOT = "io.github.feedwright";

  /** From left to right; packages in one list do not know each other. */
  static final List<List<String>> ORDER =
      List.of(
          List.of("file", "text", "thread"),
          List.of("text.comment", "content.css"),
          List.of("problem", "yaml"),
          List.of("generator.config", "generator.rule"),
          List.of("generator.path"),
          List.of("generator", "i18n"),
          List.of("generator.program"),
          List.of("settings.value", "settings.push"),
          List.of("settings.scope"),
          List.of("settings"),
          List.of("source", "source.search"),
          List.of("history", "store"),
          List.of("post", "post.file"),
          List.of("post.value"),
          List.of("post.frontmatter"),
          List.of("post.field"),
          List.of("post.author"),
          List.of("post.reading"),
          List.of("permalink"),
          List.of("identity"),
          List.of("library.file"),
          List.of("library"),
          List.of("content.limit"),
          List.of("content.url", "content.markdown.block"),
          List.of("content.markdown"),
          List.of("content.source"),
          List.of("content.html"),
          List.of("content.dialect"),
          List.of("content.template"),
          List.of("content.shortcode.element"),
          List.of("content.shortcode"),
          List.of("content"),
          List.of("feed"),
          List.of("migration"),
          List.of("format", "page"),
          List.of("web"),
          List.of("web.cache"),
          List.of("web.push"),
          List.of("intake.settings", "intake.state"),
          List.of("intake.reading"),
          List.of("intake.rename"),
          List.of("intake"),
          List.of("edition.store"),
          List.of("edition.path", "edition.entry", "edition.continuity"),
          List.of("edition.page"),
          List.of("edition.document"),
          List.of("edition.fingerprint"),
          List.of("edition"),
          List.of("output.directory"),
          List.of("output"),
          List.of("http.request"),
          List.of("publish", "http", "metrics", "logging", "push.client", "push.state"),
          List.of("push.topic", "publish.once"),
          List.of("push"),
          List.of("setup"),
          List.of("cli.report"),
          List.of("cli.option"),
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
      inRoot(
          "generator",
          "post",
          "identity",
          "permalink",
          "library",
          "content",
          "feed",
          "migration",
          "format",
          "page");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static void packagesImportOnlyToTheirLeft(JavaClasses classes) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < ORDER.size(); place++) {
      for (String each : ORDER.get(place)) {
        places.put(ROOT + "." + each, place);
      }
    }
    for (JavaClass from : classes) {
      assertThat(places).as("the order names every package").containsKey(room(from));
    }
    assertThat(classes.stream().flatMap(from -> from.getDirectDependenciesFromSelf().stream()))
        .filteredOn(each -> !isToTheLeft(each, places))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  /** The package of a class; compiled templates count as part of {@code page}. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".page.") ? ROOT + ".page" : name;
  }

  private static boolean isToTheLeft(Dependency each, Map<String, Integer> places) {
    String from = room(each.getOriginClass());
    String to = room(each.getTargetClass());
    Integer place = places.get(to);
    return place == null || from.equals(to) || place < places.getOrDefault(from, 0);
  }

  @Test
  void filesAndPackagesStaySmall() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      Map<Path, List<Path>> packages =
          all.filter(each -> each.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent));
      for (Map.Entry<Path, List<Path>> each : packages.entrySet()) {
        int lines = 0;
        for (Path file : each.getValue()) {
          int length = Files.readAllLines(file).size();
          assertThat(length).as("lines of %s", file).isLessThanOrEqualTo(300);
          lines += length;
        }
        assertThat(each.getValue()).as("%s", each.getKey()).hasSizeLessThanOrEqualTo(25);
        assertThat(lines).as("lines of %s", each.getKey()).isLessThanOrEqualTo(2000);
      }
    }
  }

  @ArchTest
  static final ArchRule httpSeesOnlyTheWeb =
      seesOnly("http", "web", "settings", "text", "thread", "problem");

  @ArchTest
  static final ArchRule pushSeesOnlyTheWeb =
      seesOnly("push", "web", "settings", "file", "text", "thread");

  @ArchTest static final ArchRule snakeyamlIsAtHomeInYaml = atHome("yaml", "org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule flexmarkIsAtHomeInMarkdown =
      atHome("content.markdown", "com.vladsch.flexmark..");

  @ArchTest
  static final ArchRule jsoupIsAtHomeInHtml =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".content.html..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + ".text.CharacterReferences")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jsoup..");

  @ArchTest
  static final ArchRule romeAndJdomAreAtHomeInFormat =
      atHome("format", "com.rometools..", "org.jdom2..");

  @ArchTest static final ArchRule jteIsAtHomeInPage = atHome("page", "gg.jte..");

  @ArchTest
  static final ArchRule serversAreAtHomeInHttp =
      atHome(
          "http",
          "io.javalin..",
          "org.eclipse.jetty.server..",
          "org.eclipse.jetty.ee10..",
          "jakarta.servlet..");

  @ArchTest
  static final ArchRule clientsAreAtHomeInPushClient =
      atHome("push.client", "org.eclipse.jetty.client..");

  @ArchTest
  static final ArchRule jettyIsSeenByHttpAndPushAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(inRoot("http", "push"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule sharedDatabasesAreAtHomeInPushState =
      atHome("push.state", "org.postgresql..", "com.zaxxer..");

  @ArchTest
  static final ArchRule micrometerIsAtHomeInMetrics =
      atHome("metrics", "io.micrometer..", "io.prometheus..");

  @ArchTest static final ArchRule logbackIsAtHomeInLogging = atHome("logging", "ch.qos.logback..");

  @ArchTest static final ArchRule jgitIsAtHomeInHistory = atHome("history", "org.eclipse.jgit..");

  @ArchTest
  static final ArchRule databasesAreSeenByTheStoreAndPushAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(inRoot("store", "push.state"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

  @ArchTest static final ArchRule picocliIsAtHomeInCli = atHome("cli", "picocli..");

  @ArchTest static final ArchRule tomlIsAtHomeInYaml = atHome("yaml", "org.tomlj..");

  @ArchTest
  static final ArchRule oldDatesAreAtHomeInFormat =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".format..")
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

  private static ArchRule seesOnly(String from, String... packages) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(resideOutsideOfPackages(inRoot(from)))
                .and(resideOutsideOfPackages(inRoot(packages))));
  }

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
