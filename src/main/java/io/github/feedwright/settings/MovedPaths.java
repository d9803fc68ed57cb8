package io.github.feedwright.settings;

import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.settings.value.SettingsProblems;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that have moved or are gone.
 *
 * @param redirects the old path to the new path or address
 * @param gone paths that answer 410
 */
record MovedPaths(Map<String, RedirectTarget> redirects, List<String> gone) {

  static MovedPaths read(Section root, SettingsProblems problems) {
    Map<String, RedirectTarget> redirects = new HashMap<>();
    for (Mapping.Field field : root.entries("redirects", "a map of old paths to new ones")) {
      Scalar key = new Scalar(field.key(), false, field.line());
      String from = root.read("redirects", key, Forms.OLD_PATH);
      String to = root.read("redirects", field.value(), Forms.NEW_PATH);
      if (from != null && to != null) {
        RedirectTarget target = new RedirectTarget(to, problems.file(), field.line());
        add(redirects, from, target, field, problems);
      }
    }
    List<String> gone = root.list("gone", List.of(), Forms.OLD_PATH);
    gone.stream()
        .filter(redirects::containsKey)
        .forEach(
            path ->
                problems.add(
                    root.line("gone"),
                    "gone: " + Quoted.of(path) + " is redirected too; remove one"));
    return new MovedPaths(redirects, gone);
  }

  private static void add(
      Map<String, RedirectTarget> redirects,
      String from,
      RedirectTarget to,
      Mapping.Field field,
      SettingsProblems problems) {
    String shown = "redirects: " + Quoted.of(field.key());
    if (from.equals(to.location())) {
      problems.add(field.line(), shown + " leads to itself; remove it");
    } else if (redirects.putIfAbsent(from, to) != null) {
      problems.add(field.line(), shown + " is listed twice; remove one");
    }
  }
}
