package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told when the server cannot listen. */
final class BindFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Address already in use | port 80 on ::1 is in use by another program: choose another \
          with --port or http.port
          Permission denied | port 80 on ::1 needs more rights: choose one above 1023 with \
          --port or http.port
          Cannot assign requested address | this machine cannot listen on "::1", port 80: choose \
          another address with --host or http.host
          """)
  void theMessageNamesPortAndAddressAndSaysWhatToDo(String reason, String message) {
    IOException wrapped = new IOException("Failed to bind", new BindException(reason));
    assertThat(BindFailure.of("::1", 80, wrapped)).hasMessage(message);
  }
}
