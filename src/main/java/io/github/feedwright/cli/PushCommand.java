package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.report.Counts;
import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.push.PushSettings;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who is subscribed, and ends subscriptions; also while a server runs. */
@Command(
    name = "push",
    description = "Lists subscriptions to feeds, or ends those of one subscriber.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | drop)",
    versionProvider = Version.class)
final class PushCommand {
  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "list",
      description = "Lists subscriptions: id (as in the log), expiry, subscriber, feed.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int list(@Mixin Configuration configuration) throws CannotRun {
    PrintWriter out = out();
    for (Subscription each :
        subscriptions(configuration, Subscriptions::all, List.<Subscription>of())) {
      String id = each.id().substring(0, 8);
      Instant ends = each.leaseEnds().truncatedTo(ChronoUnit.SECONDS);
      String failing = each.failures() == 0 ? "" : ", " + Counts.count(each.failures(), "failure");
      out.println(id + " " + ends + " " + each.callback() + " " + each.topic() + failing);
    }
    return 0;
  }

  @Command(
      name = "drop",
      description = "Ends all subscriptions of a subscriber, without notifying it.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int drop(
      @Parameters(paramLabel = "CALLBACK", description = "The address that list shows.")
          String callback,
      @Mixin Configuration configuration)
      throws CannotRun {
    int ended = subscriptions(configuration, all -> all.drop(callback), 0);
    out().println("Ended " + Counts.count(ended, "subscription"));
    return ended > 0 ? 0 : 1;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private static <T> T subscriptions(
      Configuration configuration, Function<Subscriptions, T> work, T none) throws CannotRun {
    PushSettings push = configuration.read().push();
    if (push == null) {
      throw configuration.refused("push", "hub", "push is not configured; set push.hub: own");
    }
    if (!Database.isThere(push)) {
      return none;
    }
    try (Database database = Database.open(push)) {
      return work.apply(new Subscriptions(database));
    } catch (StateFailure e) {
      throw configuration.refused("push", e.key(), String.valueOf(e.getMessage()));
    }
  }
}
