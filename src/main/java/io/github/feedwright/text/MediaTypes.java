package io.github.feedwright.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The media types of files, by the extensions of their names.
 *
 * @param byExtension the types, by extension in lower case, without a dot
 */
public record MediaTypes(Map<String, String> byExtension) {
  /** Served wherever it is next to posts; other types only if a post that is shown links to it. */
  private static final List<String> MEDIA =
      List.of("image/", "audio/", "video/", "application/pdf");

  private static final Map<String, String> BUILT_IN = new HashMap<>();

  static {
    add("image/", "avif gif jpeg png webp");
    add("image/jpeg", "jpg");
    add("image/svg+xml", "svg");
    add("audio/", "aac flac wav");
    add("audio/mp4", "m4a m4b");
    add("audio/mpeg", "mp3");
    add("audio/ogg", "oga ogg opus");
    add("audio/webm", "weba");
    add("video/", "mp4 mpeg webm");
    add("video/mp4", "m4v");
    add("video/mpeg", "mpg");
    add("video/ogg", "ogv");
    add("video/quicktime", "mov");
    add("video/x-matroska", "mkv");
    add("video/x-msvideo", "avi");
    add("application/", "json pdf rtf zip");
    add("application/epub+zip", "epub");
    add("application/geo+json", "geojson");
    add("application/gpx+xml", "gpx");
    add("application/gzip", "gz tgz");
    add("application/json", "ipynb");
    add("application/msword", "doc");
    add("application/pgp-signature", "asc sig");
    add("application/postscript", "ps");
    add("application/vnd.google-earth.kml+xml", "kml");
    add("application/vnd.ms-excel", "xls");
    add("application/vnd.ms-powerpoint", "ppt");
    add("application/vnd.oasis.opendocument.presentation", "odp");
    add("application/vnd.oasis.opendocument.spreadsheet", "ods");
    add("application/vnd.oasis.opendocument.text", "odt");
    add("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");
    add("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    add("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    add("application/x-7z-compressed", "7z");
    add("application/x-bittorrent", "torrent");
    add("application/x-bzip2", "bz2");
    add("application/x-mobipocket-ebook", "mobi");
    add("application/x-subrip", "srt");
    add("application/x-tar", "tar");
    add("application/x-xz", "xz");
    add("image/vnd.djvu", "djvu");
    add("text/calendar; charset=utf-8", "ics");
    add("text/csv; charset=utf-8", "csv");
    add("text/plain; charset=utf-8", "bib diff log patch tex txt");
    add("text/tab-separated-values; charset=utf-8", "tsv");
    add("text/vtt; charset=utf-8", "vtt");
  }

  /** The types without any configuration. */
  public static final MediaTypes DEFAULT = new MediaTypes(BUILT_IN);

  public MediaTypes {
    byExtension = Map.copyOf(byExtension);
  }

  /** Adds extensions; a type that ends in a slash ends in the extension. */
  private static void add(String type, String extensions) {
    for (String extension : extensions.split(" ", -1)) {
      BUILT_IN.put(extension, type.endsWith("/") ? type + extension : type);
    }
  }

  /**
   * The same with more extensions, or others for some.
   *
   * @param types the types; an empty one removes its extension
   */
  public MediaTypes with(Map<String, String> types) {
    Map<String, String> all = new HashMap<>(byExtension);
    all.putAll(types);
    all.values().removeIf(String::isEmpty);
    return new MediaTypes(all);
  }

  /** The type of a file, with its parameters; null if its extension is not listed. */
  public @Nullable String of(String path) {
    return byExtension.get(extension(path));
  }

  /** Whether files of a type are served without a link: pictures, sounds, videos, PDF. */
  public static boolean isMedia(String type) {
    return MEDIA.stream().anyMatch(type::startsWith);
  }

  /** What follows the last dot of a file's name, in lower case; empty if there is none. */
  public static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
