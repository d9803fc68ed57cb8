package io.github.feedwright.settings.scope;

import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.settings.value.SettingsProblems;
import io.github.feedwright.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which posts the site's feed contains, and the feeds of combinations of terms.
 *
 * @param main which posts the site's feed contains
 * @param named the configured combinations, in order
 * @param combine how many terms an address may combine that is not configured, up to 3; 0 for none
 */
public record Combinations(Combination main, List<Combination> named, int combine) {
  /** The site's feed contains every post, and there are no combinations. */
  public static final Combinations NONE = new Combinations(main(List.of(), "", 1), List.of(), 0);

  /** An edit costs something for each. */
  private static final int MOST = 200;

  private static final String KEY = "combinations";

  private static final Form<Integer> COMBINE =
      Form.of(
          "0, 2 or 3",
          text -> Optional.of(text).filter(List.of("0", "2", "3")::contains).map(Integer::valueOf));

  public Combinations {
    named = List.copyOf(named);
  }

  /** Reads {@code main}, {@code combinations} and {@code combine} of the section {@code feeds}. */
  public static Combinations read(Section feeds, SettingsProblems problems) {
    List<String> not = Selection.terms(feeds.section("main"), "not");
    return new Combinations(
        not.isEmpty() ? NONE.main() : main(not, problems.file(), feeds.line("main")),
        named(feeds.section(KEY), problems),
        feeds.value("combine", 0, COMBINE));
  }

  private static Combination main(List<String> not, String file, int line) {
    return new Combination("main", "", new Selection(List.of(), List.of(), not), file, line);
  }

  private static List<Combination> named(Section section, SettingsProblems problems) {
    List<Combination> named = new ArrayList<>();
    for (String key : section.keys()) {
      int before = problems.problems().size();
      Section one = section.section(key);
      boolean isMap = problems.problems().size() == before;
      int line = section.line(key);
      String name = section.read(key, new Scalar(key, false, line), Forms.SLUG_NAME);
      Selection selection = Selection.read(one);
      if (isMap && selection.terms().isEmpty() && problems.problems().size() == before) {
        problems.add(
            line, "feeds.combinations." + key + ": chooses nothing; write all, any or not");
      }
      if (name != null) {
        String title = one.value("title", name, Forms.TITLE);
        named.add(new Combination(name, title, selection, problems.file(), line));
      }
    }
    if (named.size() > MOST) {
      int line = named.get(MOST).line();
      problems.add(line, "feeds.combinations: there are " + named.size() + "; at most 200 can be");
    }
    return named;
  }

  /** The taxonomies of feeds that these need. */
  public List<String> taxonomies() {
    return named.isEmpty() && combine == 0 ? List.of() : List.of("combination");
  }
}
