package io.github.feedwright.post.author;

import io.github.feedwright.post.field.BoundedList;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Person;
import io.github.feedwright.text.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authors file: who is behind the nicknames that posts use. */
public final class Authors {
  private final Map<String, Nicknamed> exact = new HashMap<>();
  private final Map<String, Nicknamed> anyCase = new HashMap<>();
  private final List<Nicknamed> people;
  private final List<Problem> problems;

  /** A person with the nickname that the file uses. */
  public record Nicknamed(String nickname, Person person) {}

  Authors(List<Nicknamed> people, List<Problem> problems) {
    for (Nicknamed each : people) {
      exact.putIfAbsent(each.nickname(), each);
      anyCase.putIfAbsent(lower(each.nickname()), each);
    }
    this.people = List.copyOf(people);
    this.problems = List.copyOf(problems);
  }

  /** No authors file: every name is used as it is. */
  public static Authors none() {
    return new Authors(List.of(), List.of());
  }

  /**
   * Reads an authors file: a YAML mapping of nicknames to {@code name}, {@code email} and {@code
   * url} (or {@code uri}, {@code website}, {@code web}), or to just a name. Other keys are ignored.
   *
   * @param text the file's text
   * @param fileName the name under which problems are reported
   * @return its authors; a file that cannot be read has none, and a problem
   */
  public static Authors read(String text, String fileName) {
    return AuthorsFile.read(text, fileName);
  }

  /** Whether it has no authors. */
  public boolean isEmpty() {
    return exact.isEmpty();
  }

  /** A digest of all that posts take from it. */
  public String digest() {
    return Sha256.ofTexts(people.stream().map(Nicknamed::toString).toArray(String[]::new));
  }

  /** The problems of the file. */
  public List<Problem> problems() {
    return problems;
  }

  /** The person with this nickname, in exactly this spelling or else in any case; or null. */
  public @Nullable Nicknamed find(String nickname) {
    Nicknamed found = exact.get(nickname);
    boolean isName = nickname.length() <= BoundedList.LONGEST_NAME;
    return found != null || !isName ? found : anyCase.get(lower(nickname));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
