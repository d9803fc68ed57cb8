package io.github.feedwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.settings.push.Network;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PushSettingsTest {
  private static final Path BASE = Path.of("/srv");

  @Test
  void withoutTheSectionThereIsNoPush() {
    assertThat(SettingsReader.defaults(BASE, FeedFormats.names()).push()).isNull();
    assertThat(settings("site: {url: https://blog.example.org/}\npush:").push()).isNull();
    assertThat(settings("site: {url: https://blog.example.org/}").hubs()).isEmpty();
  }

  @Test
  void whatIsNotSaidHasADefault() {
    assertThat(settings("push: {hub: own}").push())
        .isEqualTo(
            new PushSettings(
                true,
                List.of(),
                Path.of("/srv/.feedwright"),
                null,
                List.of(),
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                Signature.SHA256,
                new PushLimits(10_000, 200, 100, 10, 16, 2)));
  }

  @Test
  void everyKeyIsRead() {
    assertThat(
            settings(
                    """
                    push:
                      hub: [https://hub.example.net/, own]
                      state: /var/lib/feedwright
                      database: jdbc:postgresql://db.example.org/feeds?user=feeds
                      allow: [10.0.0.0/8, "fd00::/8", 127.0.0.1]
                      delay: 5s
                      interval: 2m
                      signature: sha1
                      limits:
                        subscriptions: 1
                        per-host: 2
                        pending: 3
                        verifications: 4
                        deliveries: 5
                        deliveries-per-host: 6
                    """)
                .push())
        .isEqualTo(
            new PushSettings(
                true,
                List.of(URI.create("https://hub.example.net/")),
                Path.of("/var/lib/feedwright"),
                "jdbc:postgresql://db.example.org/feeds?user=feeds",
                List.of(Network.of("10.0.0.0/8"), Network.of("fd00::/8"), Network.of("127.0.0.1")),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Signature.SHA1,
                new PushLimits(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void theOwnHubIsNamedFirst() {
    Settings settings =
        settings(
            "site: {url: https://blog.example.org/journal/}\n"
                + "push: {hub: [https://hub.example.net/, own]}");

    assertThat(settings.ownHub()).isEqualTo("https://blog.example.org/journal/hub");
    assertThat(settings.hubs())
        .containsExactly("https://blog.example.org/journal/hub", "https://hub.example.net/");
    assertThat(settings.withoutOwnHub().hubs()).containsExactly("https://hub.example.net/");
    assertThat(settings.withoutOwnHub().ownHub()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://blog.example.org/, '', true",
    "https://1.1.1.1/, '', true",
    "http://[2606:4700::1111]/, '', true",
    "http://localhost:8080/, '', false",
    "http://localhost./, '', false",
    "http://blog.localhost/, '', false",
    "http://127.0.0.1/, '', false",
    "http://[::1]/, '', false",
    "http://192.168.1.7/, '', false",
    "http://[fd00::7]/, '', false",
    "http://nas/, '', false",
    "http://nas.local/, '', false",
    "http://nas.home.arpa/, '', false",
    "http://localhost:8080/, 127.0.0.0/8, true",
    "http://blog.localhost/, ::1, true",
    "http://localhost:8080/, 10.0.0.0/8, false",
    "http://127.0.0.1/, 127.0.0.1, true",
    "http://127.0.0.1/, 127.0.0.2, false",
    "http://192.168.1.7/, 192.168.0.0/16, true",
    "http://nas.local/, 192.168.0.0/16, true",
  })
  void feedsNameAHubWhereSubscribersCanReachThem(String url, String allow, boolean named) {
    String text =
        "site: {url: https://blog.example.org/}\nfeeds: {url: \"%s\"}\npush: {hub: own, allow: [%s]}";
    String quoted = allow.isEmpty() ? "" : '"' + allow + '"';

    assertThat(settings(text.formatted(url, quoted)).hubs()).hasSize(named ? 1 : 0);
  }

  private static Settings settings(String text) {
    SettingsResult reading = SettingsReader.read(text, "config.yaml", BASE, FeedFormats.names());
    assertThat(reading).isInstanceOf(SettingsResult.Valid.class);
    return ((SettingsResult.Valid) reading).settings();
  }
}
