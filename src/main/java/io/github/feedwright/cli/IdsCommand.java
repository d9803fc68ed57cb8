package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CacheOptions;
import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.report.Counts;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.once.SiteIds;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.setup.AcceptedToken;
import io.github.feedwright.source.TextFile;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the ids of posts, and writes down those that would be lost. */
@Command(
    name = "ids",
    description = "Lists every post with its id, its date, and why it has that id.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Exit status: 0, 1 if --check found another id, 2 if it could not run."})
final class IdsCommand implements Callable<Integer> {
  private static final int OTHERS = 1;

  @Mixin private Configuration configuration = new Configuration();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Option(
      names = "--write",
      description = "Writes ids that were published, and that no file gives, into ids.tsv.")
  private boolean isWriting;

  @Option(
      names = "--check",
      paramLabel = "FORMER",
      description = "Compares the ids with an earlier output of this command.")
  private @Nullable Path former;

  @Option(
      names = "--accept",
      paramLabel = "TOKEN",
      description = "Confirms posts that are held back: adds their token to guard.accept.")
  private @Nullable String token;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun {
    Settings settings = cache.settings(configuration.read());
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (isWriting && token == null) {
      SettledDirectory.await(settings.posts().directory(), Clock.systemUTC());
    }
    PublishedPosts shown;
    SiteIds ids;
    try (CacheStore store = cache.store();
        PublishedMemory memory = cache.published(configuration, settings)) {
      shown = memory.read();
      ids = SiteIds.of(settings, Clock.systemUTC(), store, shown);
    }
    if (token != null) {
      accept(token, settings, shown.isEmpty() ? null : ids.held(), err);
      return 0;
    }
    if (isWriting) {
      write(ids, err);
      return 0;
    }
    return former == null ? list(ids.all()) : compare(lines(former), ids.all());
  }

  /**
   * Confirms what is held back.
   *
   * @param held what that is, or null if it is unknown
   */
  private void accept(String token, Settings settings, @Nullable HeldPosts held, PrintWriter err)
      throws CannotRun {
    Path file = configuration.file();
    if (!AcceptedToken.isToken(token)) {
      throw new CannotRun("--accept " + token + ": this is not the token of a report");
    }
    if (file == null) {
      throw new CannotRun("there is no config.yaml to add the token to; name one with --config");
    }
    if (settings.guard().accept().contains(token)) {
      err.println(file + " accepts " + token + " already");
      return;
    }
    if (held == null) {
      err.println(
          "What was published is not known here, so neither is whether posts are held back under "
              + token
              + "; --cache names the folder in which the server keeps it");
    } else if (!held.token().equals(token)) {
      throw new CannotRun(notHeld(token, held));
    }
    try {
      if (!AcceptedToken.add(file, token)) {
        String cure = " to guard.accept by hand; it is written in another form";
        throw new CannotRun(file + ": add " + token + cure);
      }
    } catch (IOException e) {
      throw new CannotRun(file + ": cannot be written: " + e.getMessage());
    }
    err.println(file + " accepts " + token + "; a running server applies it immediately");
  }

  private static String notHeld(String token, HeldPosts held) {
    String others =
        held.count() == 0
            ? ""
            : ", but " + Counts.count(held.count(), "post") + " under " + held.token();
    String message =
        "--accept %s: nothing is held back under this token%s; if a server with another --cache"
            + " reported it, or check --against, add it to guard.accept in config.yaml";
    return message.formatted(token, others);
  }

  private static void write(SiteIds ids, PrintWriter err) throws CannotRun {
    List<RecordedId> unwritten = ids.unwritten();
    try {
      ids.write(unwritten);
    } catch (IOException e) {
      throw new CannotRun("ids.tsv: cannot be written: " + e.getMessage());
    }
    err.println(Counts.count(unwritten.size(), "line") + " written to ids.tsv");
    ids.problems().forEach(err::println);
  }

  private int list(List<RecordedId> ids) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ids.forEach(id -> out.println(id.line()));
    out.flush();
    return 0;
  }

  private static List<RecordedId> lines(Path former) throws CannotRun {
    try {
      List<RecordedId> ids = IdsFile.read(TextFile.read(former)).recorded();
      if (ids.isEmpty()) {
        String cure = "; make this file with feedwright ids";
        throw new CannotRun("--check " + former + ": no line is a path, a tab and an id" + cure);
      }
      return ids;
    } catch (NoSuchFileException e) {
      throw new CannotRun("--check " + former + ": there is no such file");
    } catch (IOException e) {
      throw new CannotRun("--check " + former + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Prints the earlier ids that are lost: the post of the file has another one, or the file is gone
   * and no post has the id.
   */
  private int compare(List<RecordedId> were, List<RecordedId> are) {
    Map<String, String> now =
        are.stream().collect(Collectors.toMap(RecordedId::path, RecordedId::id));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int status = 0;
    for (RecordedId was : were) {
      String is = now.get(was.path());
      if (is != null ? !is.equals(was.id()) : !now.containsValue(was.id())) {
        String what = is == null ? "no post has it any more" : "now it has " + is;
        out.println(was.path() + ": had the id " + was.id() + "; " + what);
        status = OTHERS;
      }
    }
    out.flush();
    return status;
  }
}
