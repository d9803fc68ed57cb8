package io.github.feedwright.intake.settings;

import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file with the words of pages. */
public final class LoadedWords {
  private LoadedWords() {}

  /** The settings with the words of the file that they name, if they name one. */
  public static Settings in(Settings settings) {
    Path file = settings.site().words().file();
    return file == null ? settings : settings.withWords(read(settings.site().language(), file));
  }

  private static SiteWords read(String language, Path file) {
    try {
      return SiteWords.read(language, file, TextFile.read(file));
    } catch (NoSuchFileException e) {
      return SiteWords.unreadable(language, file, "there is no such file; fix site.words");
    } catch (CharacterCodingException e) {
      return SiteWords.unreadable(language, file, "this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return SiteWords.unreadable(language, file, "the file cannot be read: " + e.getMessage());
    }
  }
}
