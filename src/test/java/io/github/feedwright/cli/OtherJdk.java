package io.github.feedwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of another version than that of the tests: the one that {@code -Dfeedwright.jdk} names, or
 * the newest beside theirs.
 */
final class OtherJdk {
  static final Path CURRENT = Path.of(System.getProperty("java.home"));

  private static final String NAMED = "feedwright.jdk";
  private static final int OLDEST = 17;
  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

  private OtherJdk() {}

  /** Its directory. */
  static Optional<Path> home() throws IOException {
    String named = System.getProperty(NAMED);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    try (Stream<Path> beside = Files.list(CURRENT.resolveSibling(""))) {
      return beside
          .filter(each -> version(each) >= OLDEST && version(each) != version(CURRENT))
          .max(Comparator.comparing(OtherJdk::version));
    }
  }

  /** What to do where there is none. */
  static String absence() {
    return "there is no JDK of another version beside " + CURRENT + "; name one with -D" + NAMED;
  }

  /** Its first number, or 0 where there is no JDK. */
  private static int version(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
