package io.github.feedwright.content;

import io.github.feedwright.text.Url;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types of enclosures, and of the served files next to posts. */
public final class MediaTypes {
  /** RFC 2046 section 4.5.1: the type of a file about which nothing is known. */
  static final String UNKNOWN = "application/octet-stream";

  private static final Pattern TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

  private static final List<String> SERVED =
      List.of("image/", "audio/", "video/", "application/pdf");

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("aac", "audio/aac"),
          Map.entry("avi", "video/x-msvideo"),
          Map.entry("avif", "image/avif"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("flac", "audio/flac"),
          Map.entry("gif", "image/gif"),
          Map.entry("gz", "application/gzip"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("mkv", "video/x-matroska"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("mpeg", "video/mpeg"),
          Map.entry("mpg", "video/mpeg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("torrent", "application/x-bittorrent"),
          Map.entry("wav", "audio/wav"),
          Map.entry("weba", "audio/webm"),
          Map.entry("webm", "video/webm"),
          Map.entry("webp", "image/webp"),
          Map.entry("zip", "application/zip"));

  private MediaTypes() {}

  /** The type of a file that is served next to posts; null for any other file. */
  public static @Nullable String served(String path) {
    String type = BY_EXTENSION.get(extension(path));
    boolean isMedia = type != null && SERVED.stream().anyMatch(type::startsWith);
    return isMedia ? type : null;
  }

  /** The type that an author gives, else the type for the extension of the address. */
  static String of(@Nullable String given, String url) {
    if (given != null && TYPE.matcher(given.strip()).matches()) {
      return given.strip().toLowerCase(Locale.ROOT);
    }
    return BY_EXTENSION.getOrDefault(extension(Url.parse(url).path()), UNKNOWN);
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
