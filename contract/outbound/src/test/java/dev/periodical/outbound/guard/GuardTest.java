package dev.periodical.outbound.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.guard.Verdict.Allowed;
import dev.periodical.outbound.guard.Verdict.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTest {

    private final Guard guard = new Guard(GuardPolicy.standard());

    @ParameterizedTest
    @CsvSource({
        "http://Pictures.Example.NET./A.png,        http://pictures.example.net/A.png",
        "https://pictures.example.net:443?x=1#y,    https://pictures.example.net/?x=1",
        "http://pictures.example.net:443/a,         http://pictures.example.net:443/a",
        "http://画像.example.net/春 1.png,            http://xn--o1qu10g.example.net/%E6%98%A5%201.png",
        "http://1.1.1.1./a,                         http://1.1.1.1/a",
        "http://[::FFFF:1.1.1.1]/a,                 http://1.1.1.1/a",
        "http://[2A00:0:0:1:0:0:0:8]:8080/a,        http://[2a00:0:0:1::8]:8080/a",
        "http://[2a00:1:0:2:0:3:0:4]/a,             http://[2a00:1:0:2:0:3:0:4]/a",
        "http://pictures.example.net/100%.png,      http://pictures.example.net/100%25.png",
        "http://pictures.example.net/a%2fb\\c,      http://pictures.example.net/a%2fb/c",
        "http://pictures.example.net/a?b=[c]&d='e', http://pictures.example.net/a?b=[c]&d=%27e%27",
    })
    void allowedUrl_hasOneCanonicalForm(String url, String canonical) {
        assertThat(target(url).url()).isEqualTo(canonical);
        assertThat(target(canonical)).isEqualTo(target(url));
    }

    @Test
    void target_tellsWhatToConnectToAndWhatToAsk() {
        assertThat(target("https://Pictures.example.net:8443/a b?c#d"))
                .isEqualTo(new Target("https", "pictures.example.net", 8443, "/a%20b?c", false));
        assertThat(target("http://[2a00:1450::1]/a").authority()).isEqualTo("[2a00:1450::1]");
        assertThat(target("http://1.1.1.1/a").literal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://pictures.example.net/a,           SCHEME_NOT_ALLOWED",
        "//pictures.example.net/a,               INVALID_URL",
        "http://who:what@pictures.example.net/a, CREDENTIALS_IN_URL",
        "http://pictures.example.net:22/a,       PORT_NOT_ALLOWED",
        "http://pictures.example.net:99999/a,    INVALID_URL",
        "http://10.1.2.3/a,                      ADDRESS_NOT_PUBLIC",
        "http://10.1.515/a,                      INVALID_URL",
        "http://[fe80::1]/a,                     ADDRESS_NOT_PUBLIC",
        "http://neighbour/a,                     HOST_NOT_ALLOWED",
        "http://neighbour.local/a,               HOST_NOT_ALLOWED",
    })
    void refusal_namesItsReason(String url, FailureReason reason) {
        assertThat(refusal(url).reason()).isEqualTo(reason);
    }

    @Test
    void refusal_repeatsNoCredentials() {
        assertThat(refusal("http://who:s3cret@pictures.example.net/a").detail()).doesNotContain("s3cret");
    }

    @Test
    void answerWithOnePrivateAddress_isRefused() throws UnknownHostException {
        var answer = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));

        assertThat(guard.checkAll(answer)).map(Refusal::reason).contains(FailureReason.ADDRESS_NOT_PUBLIC);
        assertThat(guard.checkAll(answer.subList(0, 1))).isEmpty();
    }

    @Test
    void emptyAnswer_isAnUnknownHost() {
        assertThat(guard.checkAll(List.of())).map(Refusal::reason).contains(FailureReason.UNKNOWN_HOST);
    }

    @Test
    void nat64_isJudgedByTheAddressInsideWhereTheOperatorSaysSo() throws UnknownHostException {
        var standard = GuardPolicy.standard();
        var behindNat64 = new Guard(new GuardPolicy(standard.ports(), List.of(), Set.of(), List.of(), true));

        assertThat(behindNat64.check(InetAddress.getByName("64:ff9b::101:101"))).isEmpty();
        assertThat(behindNat64.check(InetAddress.getByName("64:ff9b::a00:1"))).isPresent();
        assertThat(guard.check(InetAddress.getByName("64:ff9b::101:101"))).isPresent();
    }

    @Test
    void operatorsBlock_isRefusedAsLiteralAndAsAnswer() throws UnknownHostException {
        var standard = GuardPolicy.standard();
        var denying = new Guard(new GuardPolicy(standard.ports(), List.of(), Set.of(), List.of("1.1.0.0/16"), false));

        assertThat(denying.check("http://1.1.1.1/a")).isInstanceOf(Refusal.class);
        assertThat(denying.check(InetAddress.getByName("1.1.2.2"))).isPresent();
        assertThat(denying.check(InetAddress.getByName("1.2.1.1"))).isEmpty();
    }

    @Test
    void malformedBlock_isAnErrorAtStart() {
        var policy = new GuardPolicy(Set.of(80), List.of(), Set.of(), List.of("1.1.0.0/33"), false);

        assertThatThrownBy(() -> new Guard(policy)).hasMessageContaining("1.1.0.0/33");
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(seed -> 104729L * seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyText_isRefusedOrHasACanonicalFormThatEveryReaderReadsAlike(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            if (guard.check(randomUrl(random)) instanceof Allowed allowed) {
                var target = allowed.target();

                assertThat(guard.check(target.url())).isEqualTo(allowed);
                assertThat(target.url()).matches("https?://[a-z0-9._:\\[\\]-]+/[!-~]*");
                // what java.net.URI takes for a host, for it knows no underscores, must be the same host
                var read = URI.create(target.scheme() + "://" + target.authority() + "/");
                assertThat(read.getRawUserInfo()).isNull();
                assertThat(read.getHost()).isIn(null, target.host(), "[" + target.host() + "]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ipv6_isReadAsTheJdkReadsItAndWrittenSoThatItReadsBack(long seed) throws Exception {
        var random = new Random(seed);
        var bytes = new byte[16];
        random.nextBytes(bytes);
        for (int i = 0; i < 16; i += 2) {
            if (random.nextBoolean()) {
                bytes[i] = 0;
                bytes[i + 1] = 0;
            }
        }
        bytes[0] = 0x20;
        var address = InetAddress.getByAddress(bytes);

        assertThat(Ipv6.parse(address.getHostAddress())).isEqualTo(bytes);
        assertThat(Ipv6.parse(Ipv6.text(bytes))).isEqualTo(bytes);
        assertThat(InetAddress.getByName(Ipv6.text(bytes))).isEqualTo(address);
    }

    private static String randomUrl(Random random) {
        var pieces = List.of(
                "pictures",
                ".example",
                ".net",
                ".",
                ":80",
                ":8443",
                ":",
                "@",
                "/",
                "\\",
                "?",
                "#",
                "%",
                "%2f",
                "%00",
                "[",
                "]",
                "::1",
                "1.1.1.1",
                "127",
                ".0.0.1",
                "0x7f",
                "-",
                "_",
                " ",
                "\t",
                "\r\n",
                "\u0000",
                "画像",
                "。",
                "ß",
                "\u200d",
                "１",
                "①",
                "\ud83d",
                "xn--",
                "A",
                "'",
                "\"",
                "<",
                "^",
                "|");
        var url = new StringBuilder(random.nextInt(8) == 0 ? "" : random.nextBoolean() ? "http://" : "HTTPS://");
        if (random.nextBoolean()) {
            url.append("pictures.example.net");
        }
        for (int i = random.nextInt(9); i >= 0; i--) {
            url.append(pieces.get(random.nextInt(pieces.size())));
        }
        return url.toString();
    }

    private Target target(String url) {
        return ((Allowed) guard.check(url)).target();
    }

    private Refusal refusal(String url) {
        return (Refusal) guard.check(url);
    }
}
