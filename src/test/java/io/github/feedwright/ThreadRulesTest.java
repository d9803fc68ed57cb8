package io.github.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which thread may touch what: the architecture document says it, and these hold it. */
@AnalyzeClasses(packages = HouseTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ThreadRulesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** They have objects of the publishing thread for themselves, on the thread of the command. */
  private static final Set<String> COMMANDS =
      Set.of(
          HouseTest.ROOT + ".publish.once.SiteCheck",
          HouseTest.ROOT + ".publish.once.SiteIds",
          HouseTest.ROOT + ".publish.once.SitePosts",
          HouseTest.ROOT + ".publish.once.SiteReader",
          HouseTest.ROOT + ".publish.once.StaticBuild");

  /** Runs on {@code reload}, for a runtime that no other thread has yet. */
  private static final String BEFORE_THE_HANDOVER = "makeReady";

  /** Those that the JVM makes. */
  private static final Set<String> NOT_MADE = Set.of("main", "common pool");

  private static final Set<String> MAKERS =
      Set.of(
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor");

  /** What only asks about threads, or waits for one. */
  private static final Set<String> HARMLESS =
      Set.of("currentThread", "interrupt", "isAlive", "join", "start", "getName", "interrupted");

  private static final Pattern MADE =
      Pattern.compile(
          "(?:Threads\\.(?:thread|scheduler|pool|whileBusy|leastFirst)|threads\\.setName)"
              + "\\(\\s*\"([^\"]+)\"");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*\\|.*\\|.*\\|$");

  /** What state is made of that several threads touch. */
  private static final Pattern SHARED =
      Pattern.compile(
          "\\b(?:synchronized\\w*|volatile|Atomic[A-Z]\\w+|Concurrent[A-Z]\\w+|CopyOnWrite\\w+"
              + "|\\w*Lock|\\w*Blocking(?:Queue|Deque)|Caffeine|Long(?:Adder|Accumulator)|VarHandle"
              + "|ThreadLocal|Semaphore|CountDownLatch|CyclicBarrier|Phaser|Exchanger)\\b");

  private static final Pattern NOT_CODE = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|import [^\n]*");
  private static final Pattern GENERICS = Pattern.compile("<[^<>]*>");
  private static final Pattern DECLARED = Pattern.compile("(\\w+) *[=;,)]");

  /** A class's own Javadoc, with what says which threads touch it. */
  private static final Pattern THREADS =
      Pattern.compile(
          "(?s)<p>Threads:((?:(?!\\*/).)*)\\*/\\s(?:@[^/]*?)?(?:public )?(?:final )?class");

  private static final Pattern NAME = Pattern.compile("\\{@code\\s+(?:\\* )?([a-z -]+)\\}");

  private static Set<String> table() throws IOException {
    String all = Files.readString(Path.of("src/site/markdown/architecture.md"));
    String section = all.substring(all.indexOf("\n## Threads\n") + 1);
    int end = section.indexOf("\n## ");
    return found(ROW, end < 0 ? section : section.substring(0, end));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Map<Path, String> sources() throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(file, Files.readString(file));
      }
    }
    return sources;
  }

  @Test
  void everyThreadThatIsMadeStandsInTheTableAndTheOtherWayRound() throws IOException {
    Set<String> made = new TreeSet<>(NOT_MADE);
    sources().values().forEach(source -> made.addAll(found(MADE, source)));
    assertThat(made).contains("publish", "scan").isEqualTo(table());
  }

  @ArchTest
  static void threadsAreMadeInOnePlace(JavaClasses classes) {
    assertThat(makers(classes)).isEmpty();
  }

  private static List<String> makers(JavaClasses classes) {
    return classes.stream()
        .filter(each -> !each.getPackageName().equals(HouseTest.ROOT + ".thread"))
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .filter(ThreadRulesTest::makes)
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean makes(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    boolean isMaker = MAKERS.contains(target.getOwner().getName());
    boolean usesCommonPool =
        target.getOwner().getName().equals("java.util.concurrent.CompletableFuture")
            && target.getName().endsWith("Async")
            && target instanceof AccessTarget.CodeUnitAccessTarget call
            && call.getRawParameterTypes().size() < 2;
    return (isMaker && !HARMLESS.contains(target.getName())) || usesCommonPool;
  }

  @ArchTest
  static void onlyThePublishingThreadTouchesWhatIsItsOwn(JavaClasses classes) {
    assertThat(classes.stream().filter(ThreadRulesTest::isConfined)).hasSizeGreaterThan(15);
    assertThat(intrusions(classes)).isEmpty();
  }

  private static List<String> intrusions(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass from : classes) {
      if (!belongs(from)) {
        from.getAccessesFromSelf().stream()
            .filter(ThreadRulesTest::touchesState)
            .forEach(each -> found.add(each.getDescription()));
      }
    }
    return found;
  }

  private static boolean touchesState(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    return isConfined(target.getOwner())
        && target.resolveMember().filter(ThreadRulesTest::isState).isPresent();
  }

  private static boolean isState(JavaMember member) {
    return !member.getModifiers().contains(JavaModifier.STATIC)
        && !member.getName().equals("<init>")
        && !member.isAnnotatedWith(AnyThread.class);
  }

  private static boolean isConfined(JavaClass type) {
    return type.isAnnotatedWith(PublishingThread.class);
  }

  /** Whether a class, or one around it, is the publishing thread's or a command. */
  private static boolean belongs(JavaClass type) {
    return isConfined(type)
        || COMMANDS.contains(type.getName())
        || type.getEnclosingClass().filter(ThreadRulesTest::belongs).isPresent();
  }

  /** Then the next rule looks at what is handed over, too. */
  @ArchTest
  static void whatHandsWorkToAnotherThreadIsAMethodForAnyThread(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass each : classes) {
      if (isConfined(each)) {
        each.getAccessesFromSelf().stream()
            .filter(access -> handsOver(access.getTarget()))
            .filter(access -> !access.getOrigin().isAnnotatedWith(AnyThread.class))
            .forEach(access -> found.add(access.getDescription()));
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean handsOver(AccessTarget target) {
    return target.getName().endsWith("Async")
        || target.getName().startsWith("parallel")
        || Set.of("execute", "submit", "invokeAll", "schedule").contains(target.getName());
  }

  @ArchTest
  static void methodsForAnyThreadReadOnlyWhatIsShared(JavaClasses classes) {
    assertThat(leaks(classes)).isEmpty();
  }

  /** Where a method for any thread touches what only the publishing thread may. */
  private static List<String> leaks(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass each : classes) {
      if (isConfined(each)) {
        Set<String> shared = Set.of(each.getAnnotationOfType(PublishingThread.class).shared());
        each.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(AnyThread.class))
            .flatMap(method -> method.getAccessesFromSelf().stream())
            .filter(access -> !access.getTarget().getName().equals(BEFORE_THE_HANDOVER))
            .filter(access -> leaks(access, shared))
            .forEach(access -> found.add(access.getDescription()));
      }
    }
    return found;
  }

  private static boolean leaks(JavaAccess<?> access, Set<String> shared) {
    return access.getTarget().resolveMember().orElse(null) instanceof JavaField field
        ? isConfined(field.getOwner()) && mayChange(field) && !shared.contains(field.getName())
        : touchesState(access);
  }

  /** Collections count as what may change: whether one does, its type does not tell. */
  private static boolean mayChange(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || field.getRawType().isAssignableTo(Collection.class)
        || field.getRawType().isAssignableTo(Map.class)
        || field.getRawType().isArray();
  }

  @ArchTest
  static void whatIsThePublishingThreadsOwnHoldsNoLock(JavaClasses classes) {
    for (JavaClass each : classes) {
      if (isConfined(each)) {
        Set<String> shared = Set.of(each.getAnnotationOfType(PublishingThread.class).shared());
        assertThat(locks(source(each))).as(each.getName()).isEqualTo(new TreeSet<>(shared));
      }
    }
  }

  private static String source(JavaClass type) {
    try {
      return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the fields that several threads may touch, and of what is locked. */
  private static Set<String> locks(String source) {
    Set<String> locks = new TreeSet<>();
    for (String line : NOT_CODE.matcher(source).replaceAll("").lines().toList()) {
      if (SHARED.matcher(line).find()) {
        String plain = line;
        while (GENERICS.matcher(plain).find()) {
          plain = GENERICS.matcher(plain).replaceAll("");
        }
        Matcher declared = DECLARED.matcher(plain);
        locks.add(declared.find() ? declared.group(1) : line.strip());
      }
    }
    return locks;
  }

  @Test
  void whatSeveralThreadsTouchNamesThem() throws IOException {
    Set<String> table = table();
    Map<Path, String> sources = sources();
    int shared = 0;
    for (Map.Entry<Path, String> each : sources.entrySet()) {
      if (!locks(each.getValue()).isEmpty()) {
        Set<String> named = named(each.getValue());
        assertThat(named).as("%s names the threads that touch it", each.getKey()).isNotEmpty();
        assertThat(table).as("%s", each.getKey()).containsAll(named);
        shared++;
      }
    }
    assertThat(shared).isGreaterThan(15);
  }

  private static Set<String> named(String source) {
    Matcher threads = THREADS.matcher(source);
    return threads.find() ? found(NAME, threads.group(1).replaceAll("\\s+\\*\\s+", " ")) : Set.of();
  }

  @PublishingThread
  static final class Owned {
    private int count;

    void change() {
      count++;
    }

    @AnyThread
    int count() {
      return count;
    }

    @AnyThread
    Runnable changeLater() {
      return this::change;
    }
  }

  static final class Intruder {
    int touch(Owned owned) {
      owned.change();
      return owned.count();
    }

    Runnable touchLater(Owned owned) {
      return owned::change;
    }

    void makeThreads() {
      new Thread(() -> {}).start();
      Executors.newCachedThreadPool().shutdown();
      CompletableFuture<?> unused = CompletableFuture.runAsync(() -> {});
    }
  }

  @Test
  void theseRulesSeeWhatBreaksThem() {
    JavaClasses classes = new ClassFileImporter().importClasses(Owned.class, Intruder.class);
    assertThat(intrusions(classes))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).contains("Intruder.touch", "Owned.change()"));
    assertThat(leaks(classes))
        .hasSize(2)
        .anySatisfy(each -> assertThat(each).contains("Owned.count()", "field", "Owned.count>"))
        .anySatisfy(each -> assertThat(each).contains("Owned.changeLater()", "Owned.change()"));
    assertThat(makers(classes)).hasSize(3);
    assertThat(locks("// volatile\nprivate volatile int a;\n")).containsExactly("a");
    assertThat(locks("Map<A, List<B>> b = new ConcurrentHashMap<>();")).containsExactly("b");
    assertThat(locks("synchronized (this) {")).containsExactly("this");
    assertThat(locks("private final Lock lock = new ReentrantLock();")).containsExactly("lock");
    assertThat(locks("Set<A> c = Collections.synchronizedSet(d);")).containsExactly("c");
    assertThat(locks("LongAdder e = new LongAdder();")).containsExactly("e");
    assertThat(locks("private final Map<A, B> blocks = new HashMap<>();")).isEmpty();
    assertThat(
            named(
                "/**\n * A.\n *\n * <p>Threads: {@code\n * scan} and {@code http}.\n */\nfinal class A {}"))
        .containsExactly("http", "scan");
    assertThat(named("/** Threads are {@code scan}. */\nfinal class A {}")).isEmpty();
  }
}
