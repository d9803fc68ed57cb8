package io.github.feedwright.setup;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds a token to {@code guard.accept} in the text of the configuration, and changes nothing else
 * of it. A text of another form is refused: comments and order are its author's.
 */
public final class AcceptedToken {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{4,64}");
  private static final Pattern LIST =
      Pattern.compile(
          "(?ms)^guard[ \\t]*:(?:[ \\t]*\\{|[^\\n]*\\n(?:[ \\t#][^\\n]*\\n|\\n)*?[ \\t]+)"
              + "[^\\n\\]#]*?\\baccept[ \\t]*:[ \\t]*\\[");
  private static final Pattern MAP = Pattern.compile("(?m)^guard[ \\t]*:[ \\t]*\\{");
  private static final Pattern SECTION =
      Pattern.compile("(?m)^guard[ \\t]*:[ \\t]*(?:#[^\\n]*)?\\n(?=([ \\t]+)\\S)");

  private AcceptedToken() {}

  /** Whether a text can be a token. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /**
   * Adds a token to a configuration.
   *
   * @return whether its form allows that; if not, it stays as it is
   * @throws IOException if it cannot be read or written
   */
  public static boolean add(Path file, String token) throws IOException {
    String changed = with(TextFile.read(file), token);
    if (changed == null || !isAccepted(changed, file, token)) {
      return false;
    }
    Files.writeString(file, changed);
    return true;
  }

  /** The text with a token, or null if it has another form. */
  static @Nullable String with(String text, String token) {
    String quoted = "\"" + token + "\"";
    Matcher list = LIST.matcher(text);
    if (list.find()) {
      boolean isEmpty = text.substring(list.end()).stripLeading().startsWith("]");
      return inserted(text, list.end(), isEmpty ? quoted : quoted + ", ");
    }
    Matcher map = MAP.matcher(text);
    if (map.find()) {
      boolean isEmpty = text.substring(map.end()).stripLeading().startsWith("}");
      return inserted(text, map.end(), "accept: [" + quoted + "]" + (isEmpty ? "" : ", "));
    }
    Matcher section = SECTION.matcher(text);
    if (section.find()) {
      return inserted(text, section.end(), section.group(1) + "accept: [" + quoted + "]\n");
    }
    String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return Pattern.compile("(?m)^guard\\b").matcher(text).find()
        ? null
        : text + end + "guard:\n  accept: [" + quoted + "]\n";
  }

  private static String inserted(String text, int at, String more) {
    return text.substring(0, at) + more + text.substring(at);
  }

  private static boolean isAccepted(String text, Path file, String token) {
    Path parent = file.getParent();
    Path base = parent == null ? Path.of("") : parent;
    return SettingsReader.read(text, file.toString(), base, FeedFormats.names())
            instanceof SettingsResult.Valid valid
        && valid.settings().guard().accept().contains(token);
  }
}
