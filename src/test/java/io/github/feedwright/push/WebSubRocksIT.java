package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.FEEDS;
import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.settings.push.PushSettings.Signature;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What websub.rocks tests of hubs (100 to 106) and of publishers, with a subscriber of our own. */
final class WebSubRocksIT {
  @TempDir private static Path home;
  private static PushSite site;
  private static Subscriber subscriber;
  private static int saves;

  @BeforeAll
  static void start() throws Exception {
    site = PushSite.in(home);
    subscriber = Subscriber.start();
  }

  @AfterAll
  static void stop() throws Exception {
    subscriber.close();
    site.close();
  }

  private static String save() throws Exception {
    String text = "version " + ++saves + " of the text";
    site.save("one", text);
    return text;
  }

  private static List<Received> deliveries(String path) {
    return subscriber.deliveries().stream().filter(each -> each.target().equals(path)).toList();
  }

  @Test
  void case100ASubscriberIsAskedAndThenSentTheFeedWithBothLinks() throws Exception {
    HttpResponse<String> accepted = site.subscribe(subscriber.url("/100"), "/rss.xml");
    assertThat(accepted.statusCode()).isEqualTo(202);
    within(SOON, () -> !questions("/100").isEmpty());

    Received question = questions("/100").get(0);
    assertThat(question.parameter("hub.mode")).isEqualTo("subscribe");
    assertThat(question.parameter("hub.topic")).isEqualTo(FEEDS + "/rss.xml");
    assertThat(question.parameter("hub.challenge")).hasSizeGreaterThan(21);
    assertThat(question.parameter("hub.lease_seconds")).isEqualTo("864000");
    within(SOON, () -> site.isSubscribed(subscriber.url("/100"), "/rss.xml"));

    String text = save();
    within(SOON, () -> !deliveries("/100").isEmpty());

    Received delivery = deliveries("/100").get(0);
    HttpResponse<String> topic = site.get("/rss.xml");
    assertThat(delivery.text()).isEqualTo(topic.body()).contains(text);
    assertThat(delivery.field("Content-Type"))
        .isEqualTo(topic.headers().firstValue("Content-Type").orElseThrow());
    assertThat(delivery.field("Content-Encoding")).isNull();
    assertThat(delivery.field("Link"))
        .isEqualTo(
            "<https://feeds.example.org/hub>; rel=\"hub\","
                + " <https://feeds.example.org/rss.xml>; rel=\"self\"");
    assertThat(delivery.field("X-Hub-Signature")).isNull();
  }

  @Test
  void case101ADeliveryIsSignedWithTheSecret() throws Exception {
    site.subscribed(subscriber.url("/101"), "/atom.xml", "hub.secret=s3cret");
    save();
    within(SOON, () -> !deliveries("/101").isEmpty());

    Received delivery = deliveries("/101").get(0);
    assertThat(delivery.field("X-Hub-Signature"))
        .isEqualTo(Signing.of(Signature.SHA256, "s3cret", ByteBuffer.wrap(delivery.body())));
  }

  @Test
  void case102ParametersThatNobodyKnowsChangeNothing() throws Exception {
    site.subscribed(
        subscriber.url("/102"), "/atom.xml", "hub.foo=bar", "hub.verify=async", "other=1");
    save();
    within(SOON, () -> !deliveries("/102").isEmpty());
  }

  @Test
  void case103WhoSubscribesAgainIsSentOneDelivery() throws Exception {
    site.subscribed(subscriber.url("/103"), "/atom.xml");
    assertThat(site.subscribe(subscriber.url("/103"), "/atom.xml").statusCode()).isEqualTo(202);
    within(SOON, () -> questions("/103").size() == 2 && site.counts("pending") == 0);
    assertThat(deliveries("/103")).isEmpty();

    save();
    within(SOON, () -> !deliveries("/103").isEmpty() && site.counts("due") == 0);
    assertThat(deliveries("/103")).hasSize(1);
  }

  @Test
  void case104WhoUnsubscribedIsSentNothing() throws Exception {
    site.subscribed(subscriber.url("/104"), "/atom.xml");
    assertThat(site.ask("unsubscribe", subscriber.url("/104"), "/atom.xml").statusCode())
        .isEqualTo(202);
    within(SOON, () -> !site.isSubscribed(subscriber.url("/104"), "/atom.xml"));

    Received question = questions("/104").get(1);
    assertThat(question.parameter("hub.mode")).isEqualTo("unsubscribe");
    assertThat(question.parameter("hub.topic")).isEqualTo(FEEDS + "/atom.xml");
    assertThat(question.parameter("hub.lease_seconds")).isNull();

    site.subscribed(subscriber.url("/104b"), "/atom.xml");
    save();
    within(SOON, () -> !deliveries("/104b").isEmpty() && site.counts("due") == 0);
    assertThat(deliveries("/104")).isEmpty();
  }

  @Test
  void cases105And106TheBytesAndTheTypeAreThoseOfTheTopicWhateverItsFormat() throws Exception {
    for (String path : List.of("/atom.xml", "/feed.json", "/rss.xml")) {
      site.subscribed(subscriber.url("/105" + path), path);
    }
    save();
    for (String path : List.of("/atom.xml", "/feed.json", "/rss.xml")) {
      within(SOON, () -> !deliveries("/105" + path).isEmpty());
      HttpResponse<String> topic = site.get(path);
      Received delivery = deliveries("/105" + path).get(0);
      assertThat(delivery.text()).isEqualTo(topic.body());
      assertThat(delivery.field("Content-Type"))
          .isEqualTo(topic.headers().firstValue("Content-Type").orElseThrow());
    }
  }

  private static List<Received> questions(String path) {
    return subscriber.questions().stream().filter(each -> each.path().equals(path)).toList();
  }
}
