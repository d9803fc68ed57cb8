package io.github.feedwright.settings;

import static io.github.feedwright.settings.value.Quantities.duration;
import static io.github.feedwright.settings.value.Quantities.number;

import io.github.feedwright.settings.push.Network;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.settings.value.SettingsProblems;
import io.github.feedwright.text.CanonicalUrl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code push}. */
final class PushReader {
  private static final String OWN = "own";
  private static final int MANY = 1_000_000;

  /** A hub's address, or the word for this server as text without a scheme. */
  private static final Form<URI> HUB =
      Form.of(
          "own, or the address of a hub, such as https://hub.example.org/",
          text -> text.equals(OWN) ? Optional.of(URI.create(OWN)) : CanonicalUrl.absolute(text));

  private static final Form<Network> NETWORK =
      Form.of("an address or a network, such as 10.0.0.0/8 or fd00::/8", Network::parse);

  private static final Pattern PASSWORD = Pattern.compile("(?i)password\\s*=|@");

  private final Section push;
  private final SettingsProblems findings;
  private final Path base;

  PushReader(Section push, SettingsProblems findings, Path base) {
    this.push = push;
    this.findings = findings;
    this.base = base;
  }

  /** Where there is no such section, there is no push. */
  @Nullable PushSettings read() {
    List<URI> hubs = push.some("hub", List.of(), HUB);
    PushSettings settings =
        new PushSettings(
            hubs.contains(URI.create(OWN)),
            hubs.stream().filter(URI::isAbsolute).toList(),
            // Hidden: site generators copy other folders beside a configuration to the web.
            push.value("state", base.resolve(".feedwright"), Forms.path(base)),
            database(),
            push.list("allow", List.of(), NETWORK),
            push.value("delay", Duration.ofMillis(500), duration("0ms", "1h")),
            push.value("interval", Duration.ofMinutes(1), duration("0ms", "1d")),
            push.value("signature", Signature.SHA256, Forms.constantOf(Signature.class)),
            limits(push.section("limits")));
    if (push.isEmpty()) {
      return null;
    }
    push.require("hub");
    return settings;
  }

  /** Its value is in no message, as it may hold a password. */
  private @Nullable String database() {
    String written = push.optional("database", Forms.TEXT);
    if (written != null && !written.startsWith("jdbc:postgresql:")) {
      findings.add(
          push.line("database"),
          "push.database: this is not a PostgreSQL address; write one such as"
              + " jdbc:postgresql://localhost/feedwright?user=feedwright");
    } else if (written != null && PASSWORD.matcher(written).find()) {
      findings.add(
          push.line("database"),
          "push.database: a password does not belong here, because others may read it; put it"
              + " into ~/.pgpass, a file of mode 0600");
    }
    return written;
  }

  private static PushLimits limits(Section limits) {
    PushLimits absent = PushLimits.DEFAULT;
    return new PushLimits(
        limits.value("subscriptions", absent.subscriptions(), number(1, MANY)),
        limits.value("per-host", absent.perHost(), number(1, MANY)),
        limits.value("pending", absent.pending(), number(1, MANY)),
        limits.value("verifications", absent.verifications(), number(1, MANY)),
        limits.value("deliveries", absent.deliveries(), number(1, 256)),
        limits.value("deliveries-per-host", absent.deliveriesPerHost(), number(1, 256)));
  }
}
