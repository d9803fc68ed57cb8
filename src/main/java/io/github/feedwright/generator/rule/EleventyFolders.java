package io.github.feedwright.generator.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folders that a configuration of Eleventy, which is a program, names. */
public final class EleventyFolders {
  private static final Pattern INPUT = folder("input", "Input");
  private static final Pattern DATA = folder("data", "Data");

  private EleventyFolders() {}

  private static Pattern folder(String key, String name) {
    return Pattern.compile(
        "\\bdir\\s*:\\s*\\{[^{}]{0,500}?\\b"
            + key
            + "\\s*:\\s*[\"']([^\"']+)[\"']|\\bset"
            + name
            + "Directory\\(\\s*[\"']([^\"']+)[\"']");
  }

  /** The folder of the content, or null. */
  public static @Nullable String input(String configuration) {
    return find(INPUT, configuration);
  }

  /** The folder of the data of all templates, from that of the content. */
  public static String data(String configuration) {
    String named = find(DATA, configuration);
    return named == null ? "_data" : named;
  }

  private static @Nullable String find(Pattern folder, String configuration) {
    Matcher found = folder.matcher(configuration);
    return found.find() ? found.group(1) == null ? found.group(2) : found.group(1) : null;
  }
}
