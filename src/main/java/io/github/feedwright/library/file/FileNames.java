package io.github.feedwright.library.file;

import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The files next to posts, found by either spelling of their names: a Mac writes {@code ü} as two
 * characters (Unicode NFD), keyboards as one (NFC).
 *
 * @param files by their paths below the posts directory, as they are
 * @param spellings the paths that are not in NFC, by their NFC form
 * @param folders the paths, by the folder that they are in
 */
public record FileNames(
    PMap<String, Attachment> files,
    PMap<String, PSortedSet<String>> spellings,
    PMap<String, PSet<String>> folders) {
  /** No file. */
  public static final FileNames NONE =
      new FileNames(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  /** With a file. */
  public FileNames plus(Attachment file) {
    String path = file.path();
    String name = Nfc.of(path);
    return new FileNames(
        files.plus(path, file),
        name.equals(path) ? spellings : spellings.plus(name, spelt(name).plus(path)),
        folders.plus(folder(path), in(folder(path)).plus(path)));
  }

  /** Without the file at a path. */
  public FileNames minus(String path) {
    if (!files.containsKey(path)) {
      return this;
    }
    PSet<String> others = in(folder(path)).minus(path);
    String name = Nfc.of(path);
    PSortedSet<String> rest = spelt(name).minus(path);
    return new FileNames(
        files.minus(path),
        rest.isEmpty() ? spellings.minus(name) : spellings.plus(name, rest),
        others.isEmpty() ? folders.minus(folder(path)) : folders.plus(folder(path), others));
  }

  /** The named file; of several, the one with exactly this spelling, else the one in NFC. */
  public @Nullable Attachment find(String path) {
    Attachment exact = files.get(path);
    String name = Nfc.of(path);
    Attachment composed = exact == null ? files.get(name) : exact;
    PSortedSet<String> others = spelt(name);
    return composed == null && !others.isEmpty() ? files.get(others.first()) : composed;
  }

  /** The paths of the files that are served. */
  public Stream<String> served() {
    return files.values().stream().filter(Attachment::isServed).map(Attachment::path);
  }

  private PSortedSet<String> spelt(String name) {
    PSortedSet<String> spelt = spellings.get(name);
    return spelt == null ? TreePSet.empty() : spelt;
  }

  /** Whether a folder, not one below it, holds files that are served. */
  public boolean holdsServed(String folder) {
    return in(folder).stream().map(files::get).anyMatch(file -> file != null && file.isServed());
  }

  private PSet<String> in(String folder) {
    PSet<String> paths = folders.get(Nfc.of(folder));
    return paths == null ? HashTreePSet.empty() : paths;
  }

  private static String folder(String path) {
    return Nfc.of(FilePath.folder(path));
  }
}
