package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.setup.NewPost;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a post. */
@Command(
    name = "new",
    description = "Creates a post with this title, dated now, and prints the name of its file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class NewCommand implements Callable<Integer> {
  @Mixin private Configuration configuration = new Configuration();

  @Parameters(paramLabel = "TITLE", description = "The title of the post.")
  private String title = "";

  @Option(names = "--tag", paramLabel = "TAG", description = "A tag; may be given several times.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "A category; may be given several times.")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--draft", description = "Keeps the post for yourself until you remove draft.")
  private boolean isDraft;

  @Option(names = "--bundle", description = "Gives the post a folder, for pictures beside it.")
  private boolean isBundle;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun {
    Settings settings = configuration.read();
    if (title.isBlank()) {
      throw new CannotRun("a post needs a title, such as feedwright new \"A title\"");
    }
    NewPost post = new NewPost(title.strip(), tags, categories, isDraft, isBundle);
    ZonedDateTime now = ZonedDateTime.now(Clock.system(settings.posts().timezone()));
    try {
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(post.write(settings.posts().directory(), now));
    } catch (FileAlreadyExistsException e) {
      throw new CannotRun(e.getMessage() + ": there is a post of this title already; use another");
    } catch (IOException e) {
      throw new CannotRun("the post cannot be written: " + e.getMessage());
    }
    return 0;
  }
}
