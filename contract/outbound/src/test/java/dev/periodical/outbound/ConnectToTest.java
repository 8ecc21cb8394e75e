package dev.periodical.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectToTest {

    @ParameterizedTest
    @CsvSource({
        "a.example:80:127.0.0.1:9, http://a.example/, true",
        "a.example:80:127.0.0.1:9, http://a.example:8080/, false",
        "a.example:80:127.0.0.1:9, http://b.example/, false",
        ":80:127.0.0.1:9, http://b.example/, true",
        "a.example::127.0.0.1:9, https://a.example/, true",
        "::127.0.0.1:9, https://b.example:8443/, true"
    })
    void detour_holdsForItsHostAndPort(String entry, String url, boolean leads) {
        assertThat(new ConnectTo("x.connect-to", List.of(entry))
                        .detour(Targets.of(url))
                        .isPresent())
                .isEqualTo(leads);
    }

    @Test
    void firstEntryThatMatches_holds() {
        var connectTo = new ConnectTo("x.connect-to", List.of("a.example:80:127.0.0.1:1", "::127.0.0.1:2"));

        assertThat(connectTo.detour(Targets.of("http://a.example/")))
                .map(InetSocketAddress::getPort)
                .contains(1);
    }

    @Test
    void nameBehindADetour_isNotLookedUpHere() {
        var connectTo = new ConnectTo("x.connect-to", List.of("::mirror.example:81"));

        assertThat(connectTo.detour(Targets.of("http://a.example/")))
                .contains(InetSocketAddress.createUnresolved("mirror.example", 81));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example", "a:80:b", "a:x:b:80", "a:80:b:x", "a:80::80", "a:80:b:80:c", "a:80:b:"})
    void brokenEntry_isNamed(String entry) {
        assertThatThrownBy(() -> new ConnectTo("x.connect-to", List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.connect-to: '" + entry + "'");
    }
}
