package io.github.feedwright.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.feedwright.settings.GitSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Dates from commits. */
final class GitHistoryTest {
  private static final String ADDED = "2020-01-01T10:00:00+01:00";
  private static final String EDITED = "2020-02-02T12:30:00-03:30";
  private static final String LATER = "2020-03-03T09:00:00Z";
  private static final GitSettings USUAL = settings(false, 20);
  private static final GitSettings FIRST_TOO = settings(true, 20);
  private static final String TEXT = "---\ntitle: A\n---\n" + "one line of text\n".repeat(20);

  @TempDir Path root;
  @TempDir Path elsewhere;
  private Commits commits;

  @BeforeEach
  void begin() {
    commits = Commits.in(root);
  }

  @AfterEach
  void end() {
    commits.close();
  }

  private static GitHistory.Reading read(Path posts, GitSettings settings, @Nullable Path cache) {
    return read(posts, settings, cache, "2026-01-01T00:00:00Z");
  }

  private static GitHistory.Reading read(
      Path posts, GitSettings settings, @Nullable Path cache, String now) {
    GitSettings kept =
        new GitSettings(settings.firstCommit(), settings.atMost(), cache, "config.yaml", 7);
    return new GitHistory(posts, kept, path -> path.endsWith(".md"), "md")
        .read(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private static GitSettings settings(boolean first, int atMost) {
    return new GitSettings(first, atMost, null, "config.yaml", 7);
  }

  private GitHistory.Reading read(GitSettings settings) {
    return read(root, settings, null);
  }

  private Map<String, OffsetDateTime> dates() {
    return read(USUAL).dates().byPath();
  }

  private static OffsetDateTime at(String date) {
    return OffsetDateTime.parse(date);
  }

  @Test
  void aPostHasTheAuthorDateOfTheCommitThatModifiedItWithItsOffset() {
    commits.write("a.md", TEXT).write("b.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").commit(EDITED);
    assertThat(dates()).containsExactly(Map.entry("a.md", at(EDITED)));
    assertThat(dates().values())
        .extracting(OffsetDateTime::getOffset)
        .containsExactly(ZoneOffset.of("-03:30"));
  }

  @Test
  void theCommitThatAddedAPostCountsOnlyWhereItIsAskedFor() {
    commits.write("a.md", TEXT).commit(ADDED);
    assertThat(dates()).isEmpty();
    assertThat(read(FIRST_TOO).dates().byPath()).containsExactly(Map.entry("a.md", at(ADDED)));
  }

  @Test
  void whatIsNotCommittedDoesNotCount() {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").write("b.md", TEXT);
    assertThat(dates()).isEmpty();
  }

  @Test
  void aNewNameAloneIsNoChangeAndKeepsTheDate() {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").commit(EDITED);
    commits.move("a.md", "c/b.md").commit(LATER);
    assertThat(dates()).containsExactly(Map.entry("c/b.md", at(EDITED)));
  }

  @Test
  void aNewNameWithAnEditIsAChange() {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.move("a.md", "b.md").write("b.md", TEXT + "more\n").commit(EDITED);
    assertThat(dates()).containsExactly(Map.entry("b.md", at(EDITED)));
  }

  @Test
  void aNewFileWithAnOldNameDoesNotHaveTheOldDate() {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").commit(EDITED);
    commits.delete("a.md").commit(LATER);
    commits.write("a.md", "another\n").commit("2020-04-04T00:00:00Z");
    assertThat(dates()).isEmpty();
  }

  @Test
  void aCommitThatChangesMorePostsThanIsConfiguredDoesNotCount() {
    IntStream.range(0, 30).forEach(each -> commits.write(each + ".md", TEXT + each));
    commits.commit(ADDED);
    commits.write("7.md", TEXT + "edited").commit(EDITED);
    IntStream.range(0, 30).forEach(each -> commits.write(each + ".md", TEXT + each + "\n"));
    commits.commit(LATER);
    assertThat(dates()).containsExactly(Map.entry("7.md", at(EDITED)));
    assertThat(read(settings(false, 30)).dates().byPath()).hasSize(30);
  }

  @Test
  void aCommitThatTheRepositoryTellsBlameToIgnoreDoesNotCount() {
    commits.write("a.md", TEXT).commit(ADDED);
    RevCommit edit = commits.write("a.md", TEXT + "more\n").commit(EDITED);
    RevCommit format = commits.write("a.md", TEXT + "more \n").commit(LATER);
    commits.write(".git-blame-ignore-revs", "# format\n" + format.name() + " # all\n");
    assertThat(dates()).containsExactly(Map.entry("a.md", at(EDITED)));
    commits.write("other", edit.name() + "\n");
    commits.git().getRepository().getConfig().setString("blame", null, "ignoreRevsFile", "other");
    save();
    assertThat(dates()).isEmpty();
  }

  private void save() {
    try {
      commits.git().getRepository().getConfig().save();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void addedEditedMergedRenamedAndReformattedAPostHasTheDateOfItsEdit() throws Exception {
    IntStream.range(0, 30).forEach(each -> commits.write(each + ".md", TEXT + each));
    commits.commit(ADDED);
    commits.git().checkout().setCreateBranch(true).setName("side").call();
    commits.write("7.md", TEXT + "edited").commit(EDITED);
    commits.git().checkout().setName("main").call();
    commits.write("other.txt", "x").commit(LATER);
    ObjectId side = commits.git().getRepository().resolve("side");
    commits.git().merge().include(side).setCommit(false).call();
    assertThat(commits.commit(LATER).getParentCount()).isEqualTo(2);
    commits.move("7.md", "seven/index.md").commit(LATER);
    IntStream.range(0, 30)
        .filter(each -> each != 7)
        .forEach(each -> commits.write(each + ".md", TEXT + each + "\n"));
    commits.write("seven/index.md", TEXT + "edited\n").commit(LATER);
    assertThat(dates()).containsExactly(Map.entry("seven/index.md", at(EDITED)));
    assertThat(dates().values())
        .extracting(OffsetDateTime::getOffset)
        .containsExactly(ZoneOffset.of("-03:30"));
  }

  @Test
  void aNewModeIsNoChange() {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").commit(EDITED);
    assertThat(root.resolve("a.md").toFile().setExecutable(true)).isTrue();
    commits.git().getRepository().getConfig().setBoolean("core", null, "fileMode", true);
    commits.commit(LATER);
    assertThat(dates()).containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void aSubmoduleIsARepositoryOfItsOwn() throws IOException {
    commits.write("posts/a.md", TEXT).commit(ADDED);
    commits.write("posts/a.md", TEXT + 1).commit(EDITED);
    Path outer = elsewhere.resolve("outer");
    try (Commits around = Commits.in(outer)) {
      around.write("content/readme.txt", "x").commit(LATER);
    }
    Path git = outer.resolve(".git/modules/content");
    Files.createDirectories(git.getParent());
    Files.move(root.resolve(".git"), git);
    Path content = outer.resolve("content");
    Files.writeString(content.resolve(".git"), "gitdir: ../.git/modules/content\n");
    Files.move(root.resolve("posts"), content.resolve("posts"));
    Files.writeString(
        git.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n\tworktree = ../../../content\n");
    assertThat(read(content.resolve("posts"), USUAL, null).dates().byPath())
        .containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void aMergeIsNoChange() throws GitAPIException, IOException {
    commits.write("a.md", TEXT).write("b.md", TEXT).commit(ADDED);
    commits.git().checkout().setCreateBranch(true).setName("side").call();
    commits.write("a.md", TEXT + "side\n").commit(EDITED);
    commits.git().checkout().setName("main").call();
    commits.write("b.md", TEXT + "main\n").commit(LATER);
    ObjectId side = commits.git().getRepository().resolve("side");
    commits.git().merge().include(side).setCommit(false).call();
    assertThat(commits.commit("2020-04-04T00:00:00Z").getParentCount()).isEqualTo(2);
    assertThat(dates()).containsOnly(Map.entry("a.md", at(EDITED)), Map.entry("b.md", at(LATER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2040-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
  void aDateThatNobodyCanMeanDoesNotCount(String strange) {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + "more\n").commit(EDITED);
    commits.write("a.md", TEXT + "and more\n").commit(strange);
    assertThat(dates()).containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void aFileThatIsNoPostDoesNotCount() {
    commits.write("a.md", TEXT).write("a.png", "1").commit(ADDED);
    commits.write("a.png", "2").commit(EDITED);
    assertThat(dates()).isEmpty();
  }

  @Test
  void postsBelowTheRootAreNamedBelowTheirDirectory() {
    commits.write("site/posts/a.md", TEXT).write("site/b.md", TEXT).commit(ADDED);
    commits.write("site/posts/a.md", TEXT + 1).write("site/b.md", TEXT + 1).commit(EDITED);
    assertThat(read(root.resolve("site/posts"), USUAL, null).dates().byPath())
        .containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void theTargetOfASymbolicLinkIsNotLookedUp() throws IOException {
    commits.write("posts/a.md", TEXT).write("outside.md", TEXT + 1).commit(ADDED);
    Files.createSymbolicLink(root.resolve("posts/link.md"), Path.of("a.md"));
    commits.commit(ADDED);
    Files.delete(root.resolve("posts/link.md"));
    Files.createSymbolicLink(root.resolve("posts/link.md"), Path.of("../outside.md"));
    commits.write("outside.md", TEXT + 2).commit(EDITED);
    assertThat(read(root.resolve("posts"), FIRST_TOO, null).dates().byPath())
        .containsExactly(Map.entry("a.md", at(ADDED)));
  }

  @Test
  void aNameInNfdIsThePostsInNfc() {
    commits.write("u\u0308.md", TEXT).commit(ADDED);
    commits.write("u\u0308.md", TEXT + 1).commit(EDITED);
    assertThat(dates()).containsOnlyKeys("\u00fc.md");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aShallowCloneHasNoDatesAndSaysWhatToDo(int depth) throws GitAPIException {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    commits.write("a.md", TEXT + 2).commit(LATER);
    Path clone = elsewhere.resolve("clone");
    Git.cloneRepository()
        .setURI(root.toUri().toString())
        .setDirectory(clone.toFile())
        .setDepth(depth)
        .call()
        .close();
    GitHistory.Reading reading = read(clone, USUAL, null);
    assertThat(reading.dates()).isEqualTo(CommitDates.NONE);
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "config.yaml:7: warning: posts.updated: no dates can be read from commits because the repository is a"
                + " shallow clone, which does not say when posts were changed; run git fetch"
                + " --unshallow, or set posts.updated: author");
  }

  @Test
  void aShallowCloneThatIsCompletedIsNoticedAndHasDates() throws GitAPIException {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    Path path = elsewhere.resolve("clone");
    try (Git clone =
        Git.cloneRepository()
            .setURI(root.toUri().toString())
            .setDirectory(path.toFile())
            .setDepth(1)
            .call()) {
      GitHistory history = new GitHistory(path, USUAL, each -> true, "all");
      HeadState shallow = history.state();
      clone.fetch().setUnshallow(true).call();
      assertThat(history.state()).isNotEqualTo(shallow);
    }
    assertThat(read(path, USUAL, null).dates().byPath())
        .containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void aDirectoryInNoRepositoryHasNoDatesAndSaysSo() {
    assertThat(read(elsewhere, USUAL, null).problems())
        .extracting(Object::toString)
        .containsExactly(
            "config.yaml:7: warning: posts.updated: no dates can be read from commits because no git repository"
                + " contains the posts; put them into one, or set posts.updated: author");
  }

  @Test
  void aRepositoryOfAnotherObjectFormatHasNoDatesAndIsNoFailure() throws IOException {
    Files.writeString(
        root.resolve(".git/config"),
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n");
    Files.writeString(root.resolve(".git/refs/heads/main"), "a".repeat(64) + "\n");
    GitHistory.Reading reading = read(USUAL);
    assertThat(reading.dates()).isEqualTo(CommitDates.NONE);
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "config.yaml:7: warning: posts.updated: no dates can be read from commits because the repository has the"
                + " object format sha256, and only sha1 can be read; convert it, or put the posts"
                + " into one made by git init --object-format=sha1, or set posts.updated: author");
  }

  @Test
  void aDamagedPackHasNoDatesAndIsNoFailure() throws Exception {
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    commits.git().gc().call();
    try (var packs = Files.newDirectoryStream(root.resolve(".git/objects/pack"), "*.pack")) {
      for (Path pack : packs) {
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Files.write(pack, new byte[100]);
      }
    }
    GitHistory.Reading reading = read(USUAL);
    assertThat(reading.dates()).isEqualTo(CommitDates.NONE);
    assertThat(reading.problems()).hasSize(1);
  }

  /**
   * The clone has no texts but those of its newest commit. JGit cannot make such a clone, and a
   * missing file of a usual one is another case: there, nothing is promised.
   */
  @Test
  void aCloneWithoutTextsHasDatesAndFollowsAllRenamesButThoseWithAnEdit() throws Exception {
    assumeThat(git(elsewhere, "--version")).as("the program git is not installed").isZero();
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").write("e.md", TEXT + "e").commit(ADDED);
    commits.write("b.md", TEXT + "b1").write("e.md", TEXT + "e1").commit(EDITED);
    commits.move("a.md", "c.md").write("c.md", TEXT + 1).move("b.md", "d.md").commit(LATER);
    commits.write("c.md", TEXT + 2).commit("2020-04-04T00:00:00Z");
    GitHistory.Reading reading = read(partialClone("blob:none"), USUAL, null);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.dates().byPath())
        .containsOnly(
            Map.entry("c.md", at("2020-04-04T00:00:00Z")),
            Map.entry("d.md", at(EDITED)),
            Map.entry("e.md", at(EDITED)));
  }

  @Test
  void aCloneWithoutDirectoriesHasNoDatesAndSaysWhatToDo() throws Exception {
    assumeThat(git(elsewhere, "--version")).as("the program git is not installed").isZero();
    commits.write("a/a.md", TEXT).commit(ADDED);
    commits.write("a/a.md", TEXT + 1).commit(EDITED);
    Path clone = partialClone("tree:0");
    assertThat(read(clone, USUAL, null).problems())
        .extracting(Object::toString)
        .containsExactly(
            "config.yaml:7: warning: posts.updated: no dates can be read from commits because the repository is a"
                + " partial clone without the directories of older commits; clone it with"
                + " --filter=blob:none or without a filter, or set posts.updated: author");
  }

  private Path partialClone(String filter) throws InterruptedException, IOException {
    StoredConfig origin = commits.git().getRepository().getConfig();
    origin.setBoolean("uploadpack", null, "allowFilter", true);
    origin.save();
    String from = root.toUri().toString();
    assertThat(git(elsewhere, "clone", "-q", "--filter=" + filter, from, "clone")).isZero();
    return elsewhere.resolve("clone");
  }

  private static int git(Path directory, String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  /** It logs several traces for a damaged file, each of which the reported problem says. */
  @Test
  void theLibraryLogsNothingItself() {
    assertThat(LoggerFactory.getLogger(Git.class).isErrorEnabled()).isFalse();
  }

  @Test
  void aMissingCommitGivesNoDatesAndIsNoFailure() throws IOException {
    RevCommit commit = commits.write("a.md", TEXT).commit(ADDED);
    String name = commit.name();
    Files.delete(root.resolve(".git/objects/" + name.substring(0, 2) + "/" + name.substring(2)));
    GitHistory.Reading reading = read(USUAL);
    assertThat(reading.dates()).isEqualTo(CommitDates.NONE);
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void aLinkedWorktreeHasDates() throws IOException {
    commits.write("a.md", TEXT).commit(ADDED);
    RevCommit edit = commits.write("a.md", TEXT + 1).commit(EDITED);
    Path tree = Files.createDirectories(elsewhere.resolve("tree"));
    Path git = Files.createDirectories(root.resolve(".git/worktrees/tree"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + git + "\n");
    Files.writeString(git.resolve("HEAD"), edit.name() + "\n");
    Files.writeString(git.resolve("commondir"), "../..\n");
    Files.writeString(git.resolve("gitdir"), tree.resolve(".git") + "\n");
    assertThat(read(tree, USUAL, null).dates().byPath())
        .containsExactly(Map.entry("a.md", at(EDITED)));
  }

  @Test
  void aLaterReadingAddsToWhatIsKeptAndEqualsAWholeOne() {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").write("c.md", TEXT + "c").commit(ADDED);
    commits.write("a.md", TEXT + 1).write("c.md", TEXT + "c1").commit(EDITED);
    assertThat(read(root, USUAL, cache).dates()).isEqualTo(read(USUAL).dates());
    commits.move("a.md", "d.md").delete("c.md").commit(LATER);
    commits.write("c.md", "another").write("b.md", TEXT + "b1").commit("2020-05-05T00:00:00Z");
    assertThat(read(root, USUAL, cache).dates()).isEqualTo(read(USUAL).dates());
    assertThat(read(root, USUAL, cache).dates().byPath())
        .containsOnly(Map.entry("d.md", at(EDITED)), Map.entry("b.md", at("2020-05-05T00:00:00Z")));
  }

  /** The times of commits do not matter; here they are those of the machine, all at once. */
  @ParameterizedTest
  @ValueSource(strings = {"AFTER", "BEFORE", "NEVER"})
  void anEditOnABranchFollowsARenameOnTheOtherWheneverItWasRead(String read) throws Exception {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.git().checkout().setCreateBranch(true).setName("side").call();
    commits.write("a.md", TEXT + "side\n").commit(EDITED);
    commits.git().checkout().setName("main").call();
    if (read.equals("BEFORE")) {
      read(root, USUAL, cache);
    }
    commits.move("a.md", "c/a2.md").commit(LATER);
    if (read.equals("AFTER")) {
      read(root, USUAL, cache);
    }
    merge("side", () -> commits.delete("a.md").write("c/a2.md", TEXT + "side\n"));
    Map<String, OffsetDateTime> edit = Map.of("c/a2.md", at(EDITED));
    assertThat(dates()).isEqualTo(edit);
    assertThat(read(root, USUAL, cache).dates().byPath()).isEqualTo(edit);
    commits.write("b.md", TEXT + "b1").commit("2020-05-05T00:00:00Z");
    assertThat(read(root, USUAL, cache).dates()).isEqualTo(read(USUAL).dates());
  }

  @Test
  void aRenameOnABranchKeepsOlderEditsAndEditsOnTheOther() throws Exception {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.write("a.md", TEXT + 1).write("b.md", TEXT + "b1").commit(EDITED);
    commits.git().checkout().setCreateBranch(true).setName("side").call();
    commits.move("a.md", "a2.md").move("b.md", "b2.md").commit("2020-02-03T00:00:00Z");
    commits.git().checkout().setName("main").call();
    commits.write("a.md", TEXT + 2).commit(LATER);
    read(root, USUAL, cache);
    merge(
        "side", () -> commits.delete("a.md").write("a2.md", TEXT + 2).write("b2.md", TEXT + "b1"));
    assertThat(dates())
        .containsOnly(Map.entry("a2.md", at(LATER)), Map.entry("b2.md", at(EDITED)))
        .isEqualTo(read(root, USUAL, cache).dates().byPath());
  }

  @Test
  void aFileOfABranchHasNoDateOfAnOlderOneOfItsName() throws Exception {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    commits.delete("a.md").commit(LATER);
    commits.git().checkout().setCreateBranch(true).setName("side").call();
    commits.write("a.md", "another\n").commit(LATER);
    commits.git().checkout().setName("main").call();
    commits.write("b.md", TEXT + "b1").commit(LATER);
    read(root, USUAL, cache);
    merge("side", () -> commits.write("a.md", "another\n"));
    assertThat(dates())
        .containsOnlyKeys("b.md")
        .isEqualTo(read(root, USUAL, cache).dates().byPath());
  }

  /** JGit does not merge across a rename, as git does; so the result is written. */
  private void merge(String branch, Runnable result) throws Exception {
    ObjectId side = commits.git().getRepository().resolve(branch);
    commits.git().merge().include(side).setCommit(false).call();
    result.run();
    assertThat(commits.commit("2020-04-04T00:00:00Z").getParentCount()).isEqualTo(2);
  }

  @Test
  void aDateThatWasTooFarAheadCountsFromItsTimeAlthoughAnotherReadingIsKept() {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.write("a.md", TEXT + 1).commit("2026-01-01T12:00:00Z");
    Instant from = Instant.parse("2026-01-01T11:50:00Z");
    GitHistory.Reading before = read(root, USUAL, cache, "2026-01-01T11:49:59Z");
    assertThat(before.dates().byPath()).isEmpty();
    assertThat(before.until()).isEqualTo(from);
    commits.write("b.md", TEXT + "b1").commit("2026-01-01T11:00:00Z");
    GitHistory.Reading next = read(root, USUAL, cache, "2026-01-01T11:49:59Z");
    assertThat(next.dates().byPath()).containsOnlyKeys("b.md");
    assertThat(next.until()).isEqualTo(from);
    assertThat(read(root, USUAL, cache, from.toString()).dates().byPath())
        .containsOnlyKeys("a.md", "b.md");
    assertThat(read(root, USUAL, cache, from.toString()).until()).isAfter("9999-01-01T00:00:00Z");
  }

  @Test
  void aRepositoryThatCannotBeReadIsReadAgainLater() throws Exception {
    commits.write("a.md", TEXT).commit(ADDED);
    Path objects = root.resolve(".git/objects");
    Files.move(objects, elsewhere.resolve("objects"));
    GitHistory.Reading broken = read(root, USUAL, null, "2026-01-01T12:00:00Z");
    assertThat(broken.isUsable()).isFalse();
    assertThat(broken.until()).isEqualTo("2026-01-01T12:00:30Z");
    Files.move(elsewhere.resolve("objects"), objects);
    assertThat(read(root, USUAL, null, "2026-01-01T12:00:30Z").isUsable()).isTrue();
  }

  @Test
  void whatIsKeptIsNotUsedWhereOtherFilesArePosts() {
    GitSettings kept = new GitSettings(false, 20, elsewhere.resolve("git.tsv"), "config.yaml", 7);
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    commits.write("a.md", TEXT).write("m.mdx", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).write("m.mdx", TEXT + 1).commit(EDITED);
    GitHistory md = new GitHistory(root, kept, path -> path.endsWith(".md"), "md");
    GitHistory both = new GitHistory(root, kept, path -> true, "md and mdx");
    assertThat(md.read(clock).dates().byPath()).containsOnlyKeys("a.md");
    assertThat(both.read(clock).dates().byPath()).containsOnlyKeys("a.md", "m.mdx");
  }

  @Test
  void idsToIgnoreMayBeInUpperCaseBesideCommentsInAnyEncoding() throws IOException {
    commits.write("a.md", TEXT).commit(ADDED);
    RevCommit edit = commits.write("a.md", TEXT + "more\n").commit(EDITED);
    String id = edit.name();
    Path list = root.resolve(".git-blame-ignore-revs");
    Files.writeString(
        list,
        "# caf\u00e9\n\n" + id.toUpperCase(Locale.ROOT) + " # formatted\n",
        StandardCharsets.ISO_8859_1);
    GitHistory.Reading reading = read(USUAL);
    assertThat(reading.dates().byPath()).isEmpty();
    assertThat(reading.problems()).isEmpty();
    Files.writeString(list, "# one\n" + id.substring(0, 12) + "\n");
    assertThat(read(USUAL).dates().byPath()).hasSize(1);
    assertThat(read(USUAL).problems())
        .extracting(Object::toString)
        .containsExactly(
            list.toRealPath()
                + ":2: warning: \""
                + id.substring(0, 12)
                + "\" is not the full id of a commit, so no commit is left out for it; write all"
                + " 40 digits, and # before comments");
  }

  @Test
  void whatIsKeptOfTheSameCommitIsTakenWithoutAWalk() throws IOException {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    read(root, USUAL, cache);
    Files.writeString(
        cache, Files.readString(cache).replaceFirst("a\\.md\t\\d+", "a.md\t1580000000"));
    assertThat(read(root, USUAL, cache).dates().byPath().values())
        .extracting(OffsetDateTime::toEpochSecond)
        .containsExactly(1580000000L);
  }

  @Test
  void afterACommitOnlyTheNewCommitsAreWalked() throws IOException {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    read(root, USUAL, cache);
    Files.writeString(
        cache, Files.readString(cache).replaceFirst("a\\.md\t\\d+", "a.md\t1580000000"));
    commits.write("b.md", TEXT + "b1").commit(LATER);
    OffsetDateTime kept = Instant.ofEpochSecond(1580000000L).atOffset(at(EDITED).getOffset());
    assertThat(read(root, USUAL, cache).dates().byPath())
        .containsOnly(Map.entry("a.md", kept), Map.entry("b.md", at(LATER)));
  }

  @Test
  void aRewrittenHistoryIsReadWhole() throws GitAPIException {
    Path cache = elsewhere.resolve("git.tsv");
    RevCommit first = commits.write("a.md", TEXT).commit(ADDED);
    commits.write("a.md", TEXT + 1).commit(EDITED);
    read(root, USUAL, cache);
    commits
        .git()
        .reset()
        .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD)
        .setRef(first.name())
        .call();
    commits.write("a.md", TEXT + 2).commit("2020-01-15T00:00:00Z");
    assertThat(read(root, USUAL, cache).dates().byPath())
        .containsExactly(Map.entry("a.md", at("2020-01-15T00:00:00Z")))
        .isEqualTo(dates());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "CUT", "CUT AT A LINE", "RULES"})
  void aDamagedCacheCostsAWalkAndNothingElse(String damage) throws IOException {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).write("b.md", TEXT + "b").commit(ADDED);
    commits.write("a.md", TEXT + 1).write("b.md", TEXT + "b1").commit(EDITED);
    CommitDates whole = read(root, USUAL, cache).dates();
    String text = Files.readString(cache);
    switch (damage) {
      case "CUT" -> Files.writeString(cache, text.substring(0, text.length() - 12));
      case "CUT AT A LINE" ->
          Files.writeString(
              cache, text.substring(0, text.lastIndexOf("\n", text.length() - 2) + 1));
      case "RULES" -> read(root, FIRST_TOO, cache);
      default -> Files.writeString(cache, damage);
    }
    assertThat(read(root, USUAL, cache).dates()).isEqualTo(whole).isNotEqualTo(CommitDates.NONE);
  }

  @Test
  void nothingIsWrittenIntoTheRepository() throws IOException {
    commits.write("a.md", TEXT).commit(ADDED);
    long before = count();
    read(USUAL);
    assertThat(count()).isEqualTo(before);
  }

  private long count() throws IOException {
    try (var files = Files.walk(root)) {
      return files.count();
    }
  }

  @Test
  void anEditedListOfIgnoredCommitsIsNoticedAndAppliesToWhatIsKept() {
    Path cache = elsewhere.resolve("git.tsv");
    commits.write("a.md", TEXT).commit(ADDED);
    RevCommit edit = commits.write("a.md", TEXT + 1).commit(EDITED);
    assertThat(read(root, USUAL, cache).dates().byPath()).hasSize(1);
    GitHistory history = new GitHistory(root, USUAL, path -> true, "all");
    HeadState before = history.state();
    commits.write(".git-blame-ignore-revs", edit.name() + "\n");
    assertThat(history.state()).isNotEqualTo(before);
    assertThat(read(root, USUAL, cache).dates().byPath()).isEmpty();
  }

  @Test
  void aListOfIgnoredCommitsThatTheConfigurationNamesIsNoticedToo() throws IOException {
    commits.write("a.md", TEXT).commit(ADDED);
    RevCommit edit = commits.write("a.md", TEXT + 1).commit(EDITED);
    GitHistory history = new GitHistory(root, USUAL, path -> true, "all");
    HeadState before = history.state();
    commits.write("lists/formatted", edit.name() + "\n");
    assertThat(history.state()).isEqualTo(before);
    Path config = root.resolve(".git/config");
    Files.writeString(
        config,
        Files.readString(config)
            + "[blame]\n\tignoreRevsFile = lists/none\n\tignoreRevsFile = lists/formatted\n");
    HeadState named = history.state();
    assertThat(named).isNotEqualTo(before);
    assertThat(dates()).isEmpty();
    commits.write("lists/formatted", "# none\n");
    assertThat(history.state()).isNotEqualTo(named);
    assertThat(dates()).containsOnlyKeys("a.md");
  }

  @Test
  void aCommitIsNoticedAndNothingElseIs() throws GitAPIException {
    GitHistory history = new GitHistory(root, USUAL, path -> true, "all");
    HeadState none = history.state();
    commits.write("a.md", TEXT).commit(ADDED);
    HeadState first = history.state();
    assertThat(first).isNotEqualTo(none).isEqualTo(history.state());
    commits.write("a.md", TEXT + 1);
    assertThat(history.state()).isEqualTo(first);
    commits.commit(EDITED);
    HeadState second = history.state();
    assertThat(second).isNotEqualTo(first);
    commits.git().checkout().setCreateBranch(true).setName("other").call();
    HeadState other = history.state();
    assertThat(other).isNotEqualTo(second);
    commits.git().packRefs().setAll(true).call();
    HeadState packed = history.state();
    assertThat(packed).isNotEqualTo(other);
    Path refs = root.resolve(".git/packed-refs");
    try {
      Files.writeString(refs, Files.readString(refs) + "# changed\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(history.state()).isNotEqualTo(packed);
  }
}
