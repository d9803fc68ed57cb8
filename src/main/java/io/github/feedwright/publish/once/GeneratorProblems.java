package io.github.feedwright.publish.once;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.text.Quoted;
import java.util.List;

/** What Feedwright does not read as the generator of the posts does. */
public final class GeneratorProblems {
  private GeneratorProblems() {}

  /** Problems of the generator's configuration. */
  public static List<Problem> ofConfiguration(Settings settings) {
    GeneratorChoice.Ignored ignored = settings.posts().written().ignored();
    if (ignored == null) {
      return List.of();
    }
    String message =
        "permalinks "
            + Quoted.of(ignored.permalinks().toString())
            + ": this is not understood, so these posts have "
            + settings.posts().generator().title()
            + "'s usual addresses; write posts.permalink";
    return List.of(Problem.warning(ignored.file(), 1, Kind.CONFIGURATION, message));
  }

  /** Problems of files that only some generators read. */
  static List<Problem> ofFiles(Settings settings, Listing listing) {
    Generator generator = settings.posts().generator();
    if (generator.readsMdx()) {
      return List.of();
    }
    PostPaths posts =
        PostPaths.in(listing.directories().keySet(), true, generator.knowsPostsFolders());
    List<String> unread =
        listing.files().keySet().stream()
            .filter(path -> PostName.isMdx(path) && posts.isPost(path))
            .toList();
    if (unread.isEmpty()) {
      return List.of();
    }
    String message =
        "*.mdx are not read ("
            + unread.size()
            + (unread.size() == 1 ? " file" : " files")
            + "); set posts.generator to astro, docusaurus, gatsby or next if they are posts";
    return List.of(Problem.warning(unread.get(0), 1, Kind.FILE, message));
  }
}
