package io.github.feedwright.setup;

import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Slug;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A post that is about to be written.
 *
 * @param isBundle whether it is an index in a folder of its own, for files beside it
 */
public record NewPost(
    String title, List<String> tags, List<String> categories, boolean isDraft, boolean isBundle) {
  public NewPost {
    tags = List.copyOf(tags);
    categories = List.copyOf(categories);
  }

  /**
   * Writes its file.
   *
   * @param posts the posts directory
   * @param now its date
   * @return the file
   * @throws FileAlreadyExistsException if there is one of the same name
   * @throws IOException if it cannot be written
   */
  public Path write(Path posts, ZonedDateTime now) throws IOException {
    if (isBundle && PostPaths.isInPostsFolder(posts.toAbsolutePath() + "/")) {
      throw new IOException(
          "Jekyll's _posts has no folders for posts; leave out --bundle, and put pictures into"
              + " another folder, such as assets");
    }
    String name = now.toLocalDate() + "-" + Slug.of(title);
    Path file = posts.resolve(isBundle ? name + "/index.md" : name + ".md");
    Path other = posts.resolve(isBundle ? name + ".md" : name + "/index.md");
    if (Files.exists(other)) {
      throw new FileAlreadyExistsException(other.toString());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text(now), StandardOpenOption.CREATE_NEW);
    return file;
  }

  private String text(ZonedDateTime now) {
    String date =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            now.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime());
    return "---\n"
        + "title: "
        + FirstFiles.quoted(title)
        + "\ndate: "
        + date
        + "\n"
        + list("categories", categories)
        + list("tags", tags)
        + (isDraft ? "draft: true\n" : "")
        + "---\n\n";
  }

  private static String list(String key, List<String> values) {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(FirstFiles::quoted)
            .collect(Collectors.joining(", ", key + ": [", "]\n"));
  }
}
