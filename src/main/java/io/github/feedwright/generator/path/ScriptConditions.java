package io.github.feedwright.generator.path;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions around a statement in a configuration that is a program. */
final class ScriptConditions {
  private static final int LONGEST = 300;
  private static final Pattern IF = Pattern.compile("\\bif\\s*\\(([^{};()]*)\\)\\s*$");
  private static final Pattern ELSE = Pattern.compile("\\}\\s*else\\s*$");
  private static final Pattern OBJECT = Pattern.compile("[\\w$.]*$");
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\s*[\\w$.]+\\s*([!=])==?\\s*[\"'`]"
              + "(?:(prod(?:uction)?)|dev(?:elopment)?|serve|watch|local)[\"'`]\\s*");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\s*(!?)\\s*(?:\\w+\\.)*(?:is_?|\\w+_)?(?:(prod)(?:uction)?|dev(?:elopment)?)(?:_\\w+)?\\s*");

  private ScriptConditions() {}

  /** Whether a statement plainly does not run where the site is built to be published. */
  static boolean areForWriting(String script, int at) {
    if (Boolean.FALSE.equals(isBuilt(OBJECT.matcher(before(script, at)).replaceFirst("")))) {
      return true;
    }
    for (int open = opening(script, at); open >= 0; open = opening(script, open)) {
      String before = before(script, open);
      boolean isElse = ELSE.matcher(before).find();
      int other = isElse ? opening(script, script.lastIndexOf('}', open)) : open;
      if (other >= 0 && Boolean.valueOf(isElse).equals(isBuilt(before(script, other)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition at the end holds where the site is built; null if it is not known. */
  private static @Nullable Boolean isBuilt(String before) {
    Matcher condition = IF.matcher(before);
    if (!condition.find()) {
      return null;
    }
    Matcher compared = COMPARED.matcher(condition.group(1));
    Matcher named = NAMED.matcher(condition.group(1));
    Matcher found = compared.matches() ? compared : named;
    if (found == named && !named.matches()) {
      return null;
    }
    return found.group(1).equals("!") == (found.group(2) == null);
  }

  private static String before(String script, int at) {
    return script.substring(Math.max(0, at - LONGEST), at);
  }

  /** The brace that is open at a place; negative if none is. */
  private static int opening(String script, int at) {
    int closed = 0;
    for (int place = at - 1; place >= 0; place--) {
      char sign = script.charAt(place);
      if (sign == '{' && closed == 0) {
        return place;
      }
      closed += sign == '}' ? 1 : sign == '{' ? -1 : 0;
    }
    return -1;
  }
}
