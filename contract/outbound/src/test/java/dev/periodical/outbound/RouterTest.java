package dev.periodical.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.events.FailureReason;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    /** Answers always the same, and remembers that it was asked. */
    private static final class FixedResolver implements HostResolver {

        private final List<InetAddress> answer;
        private final List<String> asked = new ArrayList<>();

        FixedResolver(String... addresses) {
            answer = List.of(addresses).stream().map(FixedResolver::named).toList();
        }

        /** With a name, as the JDK's resolver gives them. */
        private static InetAddress named(String address) {
            try {
                return InetAddress.getByAddress(
                        "origin.example", InetAddress.getByName(address).getAddress());
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Uni<List<InetAddress>> resolve(String host) {
            asked.add(host);
            return Uni.createFrom().item(answer);
        }
    }

    @Test
    void name_isResolvedOnceAndConnectedToInDigits() {
        var resolver = new FixedResolver("93.184.216.34", "93.184.216.35");

        var route = route(resolver, "https://origin.example/a.png");

        assertThat(resolver.asked).containsExactly("origin.example");
        assertThat(route.addressText()).isEqualTo("93.184.216.34");
        assertThat(route.address().getHostString()).isEqualTo("93.184.216.34");
        assertThat(route.address().getPort()).isEqualTo(443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"})
    void oneAddressThatIsNotPublic_refusesTheWholeAnswer(String inner) {
        assertRefused(
                new FixedResolver("93.184.216.34", inner), "http://origin.example/", FailureReason.ADDRESS_NOT_PUBLIC);
    }

    @Test
    void nameWithoutAddress_isUnknown() {
        assertRefused(new FixedResolver(), "http://origin.example/", FailureReason.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "http://93.184.216.34/, 93.184.216.34, 80",
        "https://[2606:4700:4700::1111]:8443/, 2606:4700:4700:0:0:0:0:1111, 8443"
    })
    void literal_isConnectedToWithoutAskingAnybody(String url, String address, int port) {
        var resolver = new FixedResolver("10.0.0.1");

        var route = route(resolver, url);

        assertThat(resolver.asked).isEmpty();
        assertThat(route.addressText()).isEqualTo(address);
        assertThat(route.address().getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/, ADDRESS_NOT_PUBLIC",
        "http://[::1]/, ADDRESS_NOT_PUBLIC",
        "http://2130706433/, INVALID_URL",
        "file:///etc/passwd, SCHEME_NOT_ALLOWED",
        "http://origin.example:22/, PORT_NOT_ALLOWED",
        "http://user@origin.example/, CREDENTIALS_IN_URL",
        "//origin.example/a.png, INVALID_URL"
    })
    void refusedByItsText_isNotEvenResolved(String url, FailureReason reason) {
        var resolver = new FixedResolver("93.184.216.34");

        assertRefused(resolver, url, reason);
        assertThat(resolver.asked).isEmpty();
    }

    @Test
    void detour_asksNoResolver() {
        var resolver = new FixedResolver();
        var router = new Router(
                Targets.GUARD, resolver, new ConnectTo("x.connect-to", List.of("origin.example:80:127.0.0.1:9")));

        var route = router.route("http://origin.example/").await().indefinitely();

        assertThat(resolver.asked).isEmpty();
        assertThat(route.addressText()).isEqualTo("127.0.0.1");
        assertThat(route.target().host()).isEqualTo("origin.example");
    }

    @Test
    void detourForEverybody_opensNothingThatTheGuardRefuses() {
        var router =
                new Router(Targets.GUARD, new FixedResolver(), new ConnectTo("x.connect-to", List.of("::127.0.0.1:9")));

        assertThatThrownBy(() -> router.route("http://169.254.169.254/").await().indefinitely())
                .isInstanceOf(FetchRefused.class);
    }

    private static Route route(HostResolver resolver, String url) {
        return new Router(Targets.GUARD, resolver, new ConnectTo("x.connect-to", List.of()))
                .route(url)
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private static void assertRefused(HostResolver resolver, String url, FailureReason reason) {
        assertThatThrownBy(() -> route(resolver, url))
                .isInstanceOfSatisfying(
                        FetchRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
