package io.github.feedwright.history;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.GitSettings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The commits of the repository that contains the posts. Uncommitted changes do not count. Each
 * reading opens the repository again, so any thread may read, but only one at a time.
 */
public final class GitHistory {
  /** After which time a repository that could not be read is read again. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Path posts;
  private final GitSettings settings;
  private final Predicate<String> isPost;
  private final String rule;
  private final DateCache cache;

  /**
   * The result of a reading.
   *
   * @param isUsable whether the history could be read; if not, there are no dates
   * @param dates when posts were last changed
   * @param until when it is to be read again although there is no new commit, if ever
   * @param problems what was not understood, or why the history cannot be used
   */
  public record Reading(
      boolean isUsable, CommitDates dates, Instant until, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The history of a posts directory.
   *
   * @param posts the posts directory
   * @param isPost whether a file with a path below it may be a post
   * @param rule what that depends on; if it differs, nothing that was kept is used
   */
  public GitHistory(Path posts, GitSettings settings, Predicate<String> isPost, String rule) {
    this.posts = posts;
    this.settings = settings;
    this.isPost = isPost;
    this.rule = rule;
    this.cache = new DateCache(settings.cache());
  }

  /**
   * When each post was last changed; if the history cannot be used, why. Then it is to be read
   * again soon: it may be in the middle of a copy or a repair, whose end no reference shows.
   */
  public Reading read(Clock clock) {
    Reading reading = tried(clock);
    Instant soon = clock.instant().plus(AGAIN);
    return reading.isUsable()
        ? reading
        : new Reading(false, CommitDates.NONE, soon, reading.problems());
  }

  private Reading tried(Clock clock) {
    IsolatedConfiguration.install();
    try (Repository repository = open()) {
      return repository == null
          ? unusable("no git repository contains the posts", "put them into one")
          : read(repository, clock);
    } catch (IOException | RuntimeException e) {
      return unusable("the repository cannot be read (" + e.getMessage() + ")", "run git fsck");
    }
  }

  private Reading read(Repository repository, Clock clock) throws IOException {
    String format = repository.getConfig().getString("extensions", null, "objectFormat");
    if (format != null && !format.equals("sha1")) {
      return unusable(
          "the repository has the object format " + format + ", and only sha1 can be read",
          "convert it, or put the posts into one made by git init --object-format=sha1");
    }
    if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      return unusable(
          "the repository is a shallow clone, which does not say when posts were changed",
          "run git fetch --unshallow");
    }
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return unusable("the repository has no commits", "commit the posts");
    }
    try {
      return read(repository, head, clock.instant());
    } catch (MissingObjectException e) {
      if (isPartial(repository.getConfig())) {
        return unusable(
            "the repository is a partial clone without the directories of older commits",
            "clone it with --filter=blob:none or without a filter");
      }
      throw e;
    }
  }

  private static boolean isPartial(Config configuration) {
    return configuration.getSubsections("remote").stream()
        .anyMatch(remote -> configuration.getBoolean("remote", remote, "promisor", false));
  }

  private @Nullable Repository open() throws IOException {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setMustExist(true).findGitDir(posts.toRealPath().toFile());
    if (builder.getGitDir() == null) {
      return null;
    }
    Repository repository = builder.build();
    if (repository.isBare()) {
      repository.close();
      return null;
    }
    return repository;
  }

  private Reading read(Repository repository, ObjectId head, Instant now) throws IOException {
    Path root = repository.getWorkTree().toPath().toRealPath();
    String below = root.relativize(posts.toRealPath()).toString().replace('\\', '/');
    String prefix = below.isEmpty() ? "" : below + "/";
    IgnoredRevisions ignored = IgnoredRevisions.read(repository.getConfig(), root);
    CommitRule counted =
        new CommitRule(isPost, settings.firstCommit(), settings.atMost(), ignored.ids(), now);
    String rules = rules(prefix, ignored.ids());
    DateCache.Kept kept = cache.read();
    if (kept != null && !isUsable(kept, rules, now, repository)) {
      kept = null;
    }
    if (kept == null || !kept.head().equals(head)) {
      kept = new CommitWalk(repository, prefix, counted).dates(head, rules, kept);
      cache.write(kept);
    }
    return new Reading(true, below(prefix, kept.dates()), kept.until(), ignored.problems());
  }

  private static boolean isUsable(
      DateCache.Kept kept, String rules, Instant now, Repository repository) throws IOException {
    return kept.rules().equals(rules)
        && now.isBefore(kept.until())
        && repository.getObjectDatabase().has(kept.head());
  }

  private static CommitDates below(String prefix, Map<String, OffsetDateTime> dates) {
    Map<String, OffsetDateTime> below = new HashMap<>();
    dates.forEach((path, date) -> below.put(Nfc.of(path.substring(prefix.length())), date));
    return new CommitDates(below);
  }

  private String rules(String prefix, Set<String> ignored) {
    List<String> texts = new ArrayList<>(new TreeSet<>(ignored));
    texts.addAll(List.of(prefix, settings.firstCommit() + " " + settings.atMost(), rule));
    // Another version may take other files for posts.
    texts.add("" + GitHistory.class.getPackage().getImplementationVersion());
    return Sha256.ofTexts(texts.toArray(String[]::new));
  }

  private Reading unusable(String reason, String cure) {
    String message =
        "posts.updated: no dates can be read from commits because "
            + reason
            + "; "
            + cure
            + ", or set posts.updated: author";
    return new Reading(
        false,
        CommitDates.NONE,
        Instant.MAX,
        List.of(Problem.warning(settings.file(), settings.line(), Kind.CONFIGURATION, message)));
  }

  /** The state of the history, to notice changes; cheap enough to be read often. */
  public HeadState state() {
    return HeadState.of(posts);
  }
}
