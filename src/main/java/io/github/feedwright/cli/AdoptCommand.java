package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.report.Counts;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.migration.Adoption;
import io.github.feedwright.migration.FormerEntry;
import io.github.feedwright.migration.FormerFeed;
import io.github.feedwright.migration.MalformedFeed;
import io.github.feedwright.post.Post;
import io.github.feedwright.publish.once.SiteIds;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives posts the ids that a previous feed gave them. */
@Command(
    name = "adopt",
    description = "Gives posts the ids of a previous feed, and writes them into ids.tsv.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "A feed has the newest posts only. WordPress: add ?paged=2 and so on to its address, or use"
          + " its export, which has all. Blogger: add ?max-results=500.",
      "Exit status: 0 if every entry has its post, 1 if entries are left, 2 if it could not run."
    })
final class AdoptCommand implements Callable<Integer> {
  private static final int LEFT = 1;

  @Mixin private Configuration configuration = new Configuration();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "RSS, Atom, JSON Feed, or a WordPress export.")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun {
    Settings settings = configuration.read();
    List<FormerEntry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.addAll(read(file).entries());
    }
    SiteIds ids = SiteIds.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE);
    Adoption adoption = ids.adoption(entries);
    List<RecordedId> adopted = ids.adopted(adoption);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int left = print(adoption, ids, out);
    out.flush();
    try {
      ids.write(adopted);
    } catch (IOException e) {
      throw new CannotRun("ids.tsv: cannot be written: " + e.getMessage());
    }
    spec.commandLine()
        .getErr()
        .println(
            Counts.count(adoption.matched().size(), "post")
                + " matched, "
                + Counts.count(adopted.size(), "line")
                + " written to ids.tsv; "
                + Counts.unmatched(left));
    return left == 0 ? 0 : LEFT;
  }

  /** Prints a line for each entry, and returns how many have not become the id of a post. */
  private static int print(Adoption adoption, SiteIds ids, PrintWriter out) {
    int left = adoption.unmatched().size() + adoption.ambiguous().size();
    for (var each : adoption.matched().entrySet()) {
      Post post = each.getValue();
      String id = each.getKey().id();
      boolean isOther = ids.isWritten(post) && !ids.id(post).equals(id);
      left += isOther ? 1 : 0;
      out.println(
          isOther
              ? line("front matter", id, post.path() + " has guid: " + ids.id(post))
              : line("matched", id, post.path() + ids.replacement(post, id)));
    }
    adoption
        .ambiguous()
        .forEach(
            (entry, paths) -> out.println(line("ambiguous", entry.id(), String.join(", ", paths))));
    adoption
        .unmatched()
        .forEach(entry -> out.println(line("unmatched", entry.id(), entry.title())));
    return left;
  }

  private static String line(String what, String id, String detail) {
    return String.join("\t", what, id, detail.strip().replaceAll("\\s+", " "));
  }

  /** Reads a former feed. */
  static FormerFeed read(Path file) throws CannotRun {
    try (InputStream in = Files.newInputStream(file)) {
      return FormerFeed.read(in);
    } catch (MalformedFeed e) {
      throw new CannotRun(file + ":" + e.line() + ": error: " + e.getMessage());
    } catch (NoSuchFileException e) {
      boolean isAddress = file.toString().matches("(?i)https?:/.*");
      String cure = isAddress ? "; save the feed at this address, and give the file" : "";
      throw new CannotRun(file + ": there is no such file" + cure);
    } catch (IOException e) {
      throw new CannotRun(file + ": cannot be read: " + e.getMessage());
    }
  }
}
