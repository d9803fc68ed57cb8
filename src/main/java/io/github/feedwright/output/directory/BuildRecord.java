package io.github.feedwright.output.directory;

import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what each file of an output directory was made, so that the next build need not make it
 * again. A file counts only as long as its size and time are those that it had then: it is made
 * again if anybody has touched it, or if a build was killed after it.
 *
 * <p>Threads: {@code main} alone.
 */
public final class BuildRecord {
  private static final Logger LOG = LoggerFactory.getLogger(BuildRecord.class);
  private static final String NAME = "fingerprints.tsv";
  private static final String HEAD =
      "# What the files were made of, their sizes and times: so the next build leaves alone what"
          + " is the same.\n";

  /** Knows nothing and writes nothing. */
  public static final BuildRecord NONE = new BuildRecord(Path.of(""), null, "", Map.of());

  private final Path directory;
  private final @Nullable Path file;
  private final String identity;
  private final Map<String, Line> before;
  private final Map<String, Line> now = new TreeMap<>();

  /**
   * A file as it was written.
   *
   * @param fingerprint of what it was made of
   * @param size in bytes
   * @param modified in nanoseconds since 1970
   */
  private record Line(String fingerprint, long size, long modified) {
    static Line of(String fingerprint, BasicFileAttributes file) {
      long modified = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return new Line(fingerprint, file.size(), modified);
    }
  }

  private BuildRecord(
      Path directory, @Nullable Path file, String identity, Map<String, Line> before) {
    this.directory = directory;
    this.file = file;
    this.identity = identity;
    this.before = before;
  }

  /**
   * The record of a directory; empty if it is missing or damaged, or was not written by the same
   * program with the same settings.
   *
   * @param identity of both
   */
  public static BuildRecord in(Path directory, String identity) {
    Path file = directory.resolve(OutputFileNames.FOLDER).resolve(NAME);
    return new BuildRecord(directory, file, identity, read(file, identity));
  }

  private static Map<String, Line> read(Path file, String identity) {
    Map<String, Line> lines = new HashMap<>();
    try {
      List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (all.size() > 1 && all.get(1).equals(identity)) {
        for (String line : all.subList(2, all.size())) {
          String[] parts = line.split("\t", -1);
          lines.put(
              PercentEncoding.decode(parts[3]),
              new Line(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
      }
    } catch (NoSuchFileException first) {
      return Map.of();
    } catch (IOException | RuntimeException damaged) {
      LOG.debug("{} cannot be used, so all files are made again", file, damaged);
      return Map.of();
    }
    return lines;
  }

  /** Whether a file is there, as it was made of what has this fingerprint. */
  public boolean isMadeOf(String name, String fingerprint) {
    Line line = before.get(name);
    return line != null
        && line.fingerprint().equals(fingerprint)
        && line.equals(seen(name, fingerprint));
  }

  /** Whether it says anything of a file. */
  public boolean knows(String name) {
    return before.containsKey(name);
  }

  /** Notes that a file, which is there now, is made of what has this fingerprint. */
  public void add(String name, String fingerprint) {
    Line line = seen(name, fingerprint);
    if (line != null) {
      now.put(name, line);
    }
  }

  private @Nullable Line seen(String name, String fingerprint) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(
              directory.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile() ? Line.of(fingerprint, found) : null;
    } catch (IOException | InvalidPathException gone) {
      return null;
    }
  }

  /** Writes what was noted in place of what was known before. */
  public void write() throws IOException {
    if (file == null) {
      return;
    }
    StringBuilder text = new StringBuilder(HEAD).append(identity).append('\n');
    now.forEach(
        (name, line) ->
            text.append(line.fingerprint())
                .append('\t')
                .append(line.size())
                .append('\t')
                .append(line.modified())
                .append('\t')
                .append(PercentEncoding.path(name))
                .append('\n'));
    Path beside = file.resolveSibling(NAME + ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
