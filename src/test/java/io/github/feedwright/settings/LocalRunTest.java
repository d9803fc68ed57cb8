package io.github.feedwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalRunTest {
  private static Settings settings(String url, String more) {
    String text = "site: {url: \"" + url + "\"}\n" + more;
    return ((SettingsResult.Valid)
            SettingsReader.read(text, "config.yaml", Path.of(""), FeedFormats.names()))
        .settings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/",
        "http://localhost/",
        "http://blog.localhost:1/",
        "http://127.0.0.1:4000/",
        "http://[::1]:4000/"
      })
  void theAddressesOfALocalRunHaveThePortThatIsServed(String url) {
    Settings local = settings(url, "").servedAt(8282);
    assertThat(local.site().url().getPort()).isEqualTo(8282);
    assertThat(local.feeds().url()).isEqualTo(local.site().url());
    assertThat(local.site().url().getHost()).isEqualTo(settings(url, "").site().url().getHost());
    assertThat(local.site().id()).isEqualTo(settings(url, "").site().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"blog/", "a%2Fb/", "caf%C3%A9/", "a%20b/", "100%25/", "%3Ffoo/", "~ada/"})
  void thePathOfALocalRunStays(String path) {
    assertThat(settings("http://localhost/" + path, "").servedAt(8282).site().url())
        .hasToString("http://localhost:8282/" + path);
  }

  @Test
  void thePathOfALocalRunIsWrittenInAscii() {
    assertThat(settings("http://localhost/café/", "").servedAt(8282).site().url())
        .hasToString("http://localhost:8282/caf%C3%A9/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4000/blog/", "http://localhost/blog/"})
  void theUsualPortIsNotWritten(String url) {
    assertThat(settings(url, "").servedAt(80).site().url()).hasToString("http://localhost/blog/");
  }

  @Test
  void anAddressOfIpv6HasItsBrackets() {
    assertThat(settings("http://[::1]:4000/a%2Fb/", "").servedAt(8282).site().url())
        .hasToString("http://[::1]:8282/a%2Fb/");
  }

  @Test
  void otherAddressesStay() {
    Settings settings =
        settings("https://blog.example.org/", "feeds: {url: \"http://localhost:9/\"}\n");
    Settings served = settings.servedAt(8282);
    assertThat(served.site()).isEqualTo(settings.site());
    assertThat(served.feeds().url()).hasToString("http://localhost:8282/");
    assertThat(settings("https://127.example.org/", "").servedAt(8282).site().url())
        .hasToString("https://127.example.org/");
  }

  @Test
  void aLocalProxyForHttpsKeepsItsPort() {
    Settings settings = settings("https://localhost:8443/", "");
    assertThat(settings.servedAt(8282)).isEqualTo(settings);
  }
}
