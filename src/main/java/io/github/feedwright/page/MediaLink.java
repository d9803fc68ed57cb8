package io.github.feedwright.page;

import io.github.feedwright.content.Media;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.text.FilePath;
import java.util.Locale;

/**
 * A media file on a page.
 *
 * @param media the file
 */
public record MediaLink(Media media) {
  private static final double KIB = 1024;

  /** Whether a browser may play it as sound. */
  public boolean isAudio() {
    return media.type().startsWith("audio/");
  }

  /** Whether a browser may play it as moving pictures. */
  public boolean isVideo() {
    return media.type().startsWith("video/");
  }

  /** The file's name: the last segment of its address, unchanged. */
  public String name() {
    String name = FilePath.name(media.url().split("[?#]", 2)[0]);
    return name.isEmpty() ? media.url() : name;
  }

  /** Its type, and its size if that is known. */
  public String details(Words words) {
    return media.length() > 0 ? media.type() + ", " + size(media.length(), words) : media.type();
  }

  private static String size(long length, Words words) {
    if (length < KIB) {
      return words.say("bytes", length);
    }
    String size = length < KIB * KIB ? in("KiB", length / KIB) : in("MiB", length / KIB / KIB);
    return size.replace(".", words.say("decimal"));
  }

  private static String in(String unit, double number) {
    return String.format(Locale.ROOT, "%.1f %s", number, unit);
  }
}
