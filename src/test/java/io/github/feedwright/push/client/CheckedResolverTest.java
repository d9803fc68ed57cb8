package io.github.feedwright.push.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.push.client.CheckedResolver.Refused;
import io.github.feedwright.settings.push.AddressRules;
import io.github.feedwright.settings.push.Network;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public address of this machine, which tests do not have: here it is only said to be that. */
final class CheckedResolverTest {
  private static final String OURS = "9.9.9.9";
  private static final String ANOTHER = "8.8.8.8";

  private static final Lookup LOOKUP =
      new Lookup() {
        @Override
        public List<InetAddress> of(String host) throws UnknownHostException {
          return List.of(InetAddress.getByName(host));
        }

        @Override
        public boolean isOurs(InetAddress address) {
          return address.getHostAddress().equals(OURS);
        }
      };

  private static List<InetSocketAddress> resolved(String host, Network... allowed)
      throws Exception {
    return resolved(host, 443, allowed);
  }

  private static List<InetSocketAddress> resolved(String host, int port, Network... allowed)
      throws Exception {
    try (CheckedResolver resolver =
        new CheckedResolver(new AddressRules(List.of(allowed)), LOOKUP)) {
      Promise.Completable<List<InetSocketAddress>> found = new Promise.Completable<>();
      resolver.resolve(host, port, Map.of(), found);
      return found.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void thePublicAddressOfThisMachineIsRefused() {
    assertThatThrownBy(() -> resolved(OURS))
        .hasRootCauseInstanceOf(Refused.class)
        .hasRootCauseMessage("its address is this machine's; push.allow can allow it");
  }

  @Test
  void thePublicAddressOfThisMachineCanBeAllowed() throws Exception {
    assertThat(resolved(OURS, Network.of(OURS))).containsExactly(new InetSocketAddress(OURS, 443));
  }

  @Test
  void thePublicAddressOfAnotherMachineIsUsed() throws Exception {
    assertThat(resolved(ANOTHER)).containsExactly(new InetSocketAddress(ANOTHER, 443));
  }

  /** A hub of the configuration has been through no other check. */
  @ParameterizedTest
  @ValueSource(ints = {0, 22, 25, 79, 81, 442, 444, 1023})
  void aPortOfAnotherServiceIsRefused(int port) {
    assertThatThrownBy(() -> resolved(ANOTHER, port, Network.of(ANOTHER)))
        .hasRootCauseInstanceOf(Refused.class)
        .hasRootCauseMessage("port " + port + " is not allowed; use 80, 443 or one above 1023");
  }
}
