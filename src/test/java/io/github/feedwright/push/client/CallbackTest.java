package io.github.feedwright.push.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallbackTest {
  private static final String HOST = "https://reader.example.net";

  private static Callback callback(String written) {
    return Callback.parse(written).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ?",
    "/cb, /cb?",
    "/cb?, /cb?",
    "/cb?a=1, /cb?a=1&",
    "/cb?a=1&hub.mode=x, /cb?a=1&hub.mode=x&",
    "/cb?a=%2F%26, /cb?a=%2F%26&",
  })
  void theQueryOfACallbackIsKeptBeforeOurs(String written, String expected) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("hub.mode", "subscribe");
    parameters.put("hub.verify_token", "a&b=ü");

    assertThat(callback(HOST + written).with(parameters))
        .hasToString(HOST + expected + "hub.mode=subscribe&hub.verify_token=a%26b%3D%C3%BC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://reader.example.net",
        "http://reader.example.net:80/",
        "HTTPS://reader.example.net:443/",
        "http://reader.example.net:1024/",
        "http://reader.example.net:65535/",
        "http://192.0.2.1/",
        "http://[2001:db8::1]:8080/"
      })
  void anAddressAtThesePortsIsACallback(String written) {
    assertThat(callback(written).uri()).hasToString(written);
  }

  @Test
  void theLogHasNothingAfterTheHost() {
    assertThat(callback(HOST + ":8443/secret?key=secret").shown()).isEqualTo(HOST + ":8443/…");
  }
}
