package dev.periodical.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    /** RFC 3986, 5.4, with a base the guard allows. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ftp://x.example/g, ftp://x.example/g",
                "g, http://a.example/b/c/g",
                "./g, http://a.example/b/c/g",
                "g/, http://a.example/b/c/g/",
                "/g, http://a.example/g",
                "//g.example/x, http://g.example/x",
                "?y, http://a.example/b/c/d;p?y",
                "g?y, http://a.example/b/c/g?y",
                "g#s, http://a.example/b/c/g#s",
                "g?y/../x, http://a.example/b/c/g?y/../x",
                "g#s/../x, http://a.example/b/c/g#s/../x",
                ";x, http://a.example/b/c/;x",
                "\"\", http://a.example/b/c/d;p?q",
                "\" g \", http://a.example/b/c/g",
                "., http://a.example/b/c/",
                "./, http://a.example/b/c/",
                ".., http://a.example/b/",
                "../g, http://a.example/b/g",
                "../.., http://a.example/",
                "../../g, http://a.example/g",
                "../../../../g, http://a.example/g",
                "/./g, http://a.example/g",
                "/../g, http://a.example/g",
                "g., http://a.example/b/c/g.",
                "..g, http://a.example/b/c/..g",
                "./g/., http://a.example/b/c/g/",
                "g;x=1/../y, http://a.example/b/c/y",
                "g//h, http://a.example/b/c/g//h"
            })
    void location_isResolvedAgainstTheTarget(String location, String absolute) {
        assertThat(Redirect.resolve(Targets.of("http://a.example/b/c/d;p?q"), location))
                .isEqualTo(absolute);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example:8443/b, g, https://a.example:8443/g",
        "https://a.example/b, //c.example/g, https://c.example/g",
        "http://a.example, g, http://a.example/g"
    })
    void schemeAndPort_stayTheTargets(String from, String location, String absolute) {
        assertThat(Redirect.resolve(Targets.of(from), location)).isEqualTo(absolute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "http:\\\\127.0.0.1\\", "data:image/png,"})
    void oddLocation_isLeftForTheGuard(String location) {
        var resolved = Redirect.resolve(Targets.of("http://a.example/"), location);

        assertThat(resolved).isEqualTo(location);
        assertThat(Targets.GUARD.check(resolved)).isInstanceOf(dev.periodical.outbound.guard.Verdict.Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"301,true", "302,true", "303,true", "307,true", "308,true", "300,false", "304,false", "200,false"})
    void status_tellsARedirect(int status, boolean redirect) {
        assertThat(Redirect.is(status)).isEqualTo(redirect);
    }
}
