package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.web.FoundSnapshot;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.PublishedFeed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HubFormTest {
  private static final String TOPIC = "https://feeds.example.org/atom.xml";
  private static final String TAG = "https://feeds.example.org/tags/caf%C3%A9/atom.xml";
  private static final TextFeed FEED = new TextFeed(TOPIC, "text");

  private final Map<String, List<String>> fields =
      new HashMap<>(
          Map.of(
              "hub.mode", List.of("subscribe"),
              "hub.callback", List.of("https://reader.example.net/cb"),
              "hub.topic", List.of(TOPIC)));
  private final HubForm form = new HubForm(topics());

  private static LiveTopics topics() {
    LiveTopics topics = new LiveTopics(Duration.ZERO, Duration.ZERO);
    topics.take(
        new FeedChange(
            SettingsReader.defaults(Path.of("/srv"), FeedFormats.names()),
            new FoundSnapshot((path, query) -> path.equals("/atom.xml") ? FEED : null),
            List.of(new PublishedFeed(TOPIC, FEED), new PublishedFeed(TAG, FEED)),
            true),
        Map.of(),
        Instant.EPOCH);
    return topics;
  }

  private @Nullable String refusal() {
    HubForm.Refused refused = catchThrowableOfType(HubForm.Refused.class, () -> form.read(fields));
    return refused == null ? null : refused.answer().status() + " " + refused.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 864000",
        "0, 172800",
        "3600, 172800",
        "172800, 172800",
        "864001, 864001",
        "1296000, 1296000",
        "1296001, 1296000",
        "99999999999999999999999999, 1296000",
        "-1, 864000",
        "1e9, 864000",
        "soon, 864000"
      })
  void aLeaseIsTwoToFifteenDays(@Nullable String wish, long seconds) throws Exception {
    if (wish != null) {
      fields.put("hub.lease_seconds", List.of(wish));
    }
    assertThat(form.read(fields).lease()).hasSeconds(seconds);
  }

  @Test
  void aSecretIsShorterThan200Bytes() throws Exception {
    for (String each : List.of("s".repeat(199), "ü".repeat(99))) {
      fields.put("hub.secret", List.of(each));
      assertThat(form.read(fields).secret()).isEqualTo(each);
    }
    for (String each : List.of("s".repeat(200), "ü".repeat(100))) {
      fields.put("hub.secret", List.of(each));
      assertThat(refusal()).isEqualTo("400 hub.secret is shorter than 200 bytes.");
    }
    fields.put("hub.secret", List.of(""));
    assertThat(form.read(fields).secret()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cb",
        "/cb",
        "//reader.example.net/cb",
        "ftp://reader.example.net/",
        "javascript:alert(1)",
        "http:reader.example.net",
        "http:///cb",
        "http://u@reader.example.net/",
        "http://u:p@reader.example.net/",
        "http://@reader.example.net/",
        "http://reader.example.net/#",
        "http://reader.example.net/#f",
        "http://reader.example.net:0/",
        "http://reader.example.net:22/",
        "http://reader.example.net:1023/",
        "http://reader.example.net:65536/",
        "http://reader.example.net:-1/",
        "http://127.1/",
        "http://0x7f.0.0.1/",
        "http://a_b.example/",
        "http://ä.example/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]:8080/",
        "http://[::1/",
        "http://reader.example.net/a b",
        "http://reader.example.net/\r\nX: y",
        "http://reader.example.net/ä"
      })
  void whatIsNoCallbackIsRefused(String callback) {
    fields.put("hub.callback", List.of(callback));
    assertThat(refusal())
        .isEqualTo(
            "400 hub.callback is the absolute http or https address of the subscriber, without"
                + " user and fragment, at port 80, 443 or above 1023.");
  }

  @Test
  void aCallbackIsAtMost2000CharactersLong() {
    String host = "https://reader.example.net/";
    fields.put("hub.callback", List.of(host + "x".repeat(2000 - host.length())));
    assertThat(refusal()).isNull();
    fields.put("hub.callback", List.of(host + "x".repeat(2001 - host.length())));
    assertThat(refusal()).startsWith("400 hub.callback is ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "atom.xml",
        "/atom.xml",
        "http://feeds.example.org/atom.xml",
        "https://feeds.example.org/atom.xml?a=1",
        "https://feeds.example.org/atom.xml#f",
        "https://FEEDS.example.org/atom.xml",
        "https://feeds.example.org/none.xml",
        "https://elsewhere.example/atom.xml",
        "https://elsewhere.example/%",
        "not an address"
      })
  void whatIsNoTopicIsRefusedWithOneThatIs(String topic) {
    fields.put("hub.topic", List.of(topic));
    assertThat(refusal()).isEqualTo("400 You may only subscribe to " + TOPIC + " for this feed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://feeds.example.org/tags/caf%C3%A9/",
        "https://feeds.example.org/tags/caf%C3%A9",
        "https://blog.example.org/tags/caf%C3%A9/?page=2#top",
        "https://feeds.example.org/tags/caf%C3%A9/none.xml",
        "https://feeds.example.org/tags/caf%C3%A9/archive/2014-04.xml"
      })
  void whoAsksForThePageOfATagIsToldOfTheFeedOfTheTag(String topic) {
    fields.put("hub.topic", List.of(topic));
    assertThat(refusal()).isEqualTo("400 You may only subscribe to " + TAG + " for this feed.");
  }

  @Test
  void parametersThatNobodyKnowsAreIgnored() throws Exception {
    HubRequest plain = form.read(fields);
    fields.put("hub.foo", List.of("bar"));
    fields.put("hub.verify", List.of("sync", "async"));
    fields.put("callback", List.of("https://elsewhere.example/"));
    assertThat(form.read(fields)).isEqualTo(plain);
  }

  @Test
  void aTokenIsKeptAndAtMost1000CharactersLong() throws Exception {
    assertThat(form.read(fields).token()).isNull();
    for (String each : List.of("abc", "a&b=ü", "t".repeat(1000))) {
      fields.put("hub.verify_token", List.of(each));
      assertThat(form.read(fields).token()).isEqualTo(each);
    }
    fields.put("hub.verify_token", List.of("t".repeat(1001)));
    assertThat(refusal()).isEqualTo("400 hub.verify_token is at most 1000 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "publish", "Subscribe", "denied"})
  void thereAreTwoModes(String mode) {
    fields.put("hub.mode", List.of(mode));
    assertThat(refusal()).isEqualTo("400 hub.mode is subscribe or unsubscribe.");
  }
}
