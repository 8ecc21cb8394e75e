package dev.periodical.media.unwrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.outbound.CaseTable;
import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.GuardPolicy;
import dev.periodical.outbound.guard.Verdict.Refusal;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnwrapperTest {

    private static final String ORIGIN = "https://pictures.origin.example/a.png";

    private final Unwrapper unwrapper = Unwrapper.standard();

    @Test
    void wrappers_followTheOriginFromTheInsideOut() {
        var inner = "https://i0.wp.com/pictures.origin.example/a.png?ssl=1";
        var outer = "https://cors.reader.workers.dev/?" + inner;

        assertThat(unwrapper.unwrap(outer))
                .containsExactly(
                        new Candidate(ORIGIN, "photon"),
                        new Candidate(inner, "cors-worker-bare"),
                        new Candidate(outer, null));
    }

    @Test
    void operatorsFamily_winsOverTheStandardOnes() {
        var rule = new FamilyRule("ours", "wsrv.nl/*", Place.PARAMETER, "from", Encoding.PERCENT);

        var candidates = new Unwrapper(List.of(rule)).unwrap("https://wsrv.nl/?url=other.example/b.png&from=" + ORIGIN);

        assertThat(candidates.get(0)).isEqualTo(new Candidate(ORIGIN, "ours"));
    }

    @Test
    void operatorsFamily_mayKeepWhatAStandardOneWouldUnwrap() {
        var rule = new FamilyRule("kept", "*.reader.workers.dev/*", Place.NOWHERE, "", Encoding.PERCENT);
        var url = "https://cors.reader.workers.dev/?" + ORIGIN;

        assertThat(new Unwrapper(List.of(rule)).unwrap(url)).containsExactly(new Candidate(url, null));
    }

    @Test
    void patternWithoutPath_isAnErrorAtStart() {
        assertThatThrownBy(() -> new FamilyRule("broken", "wsrv.nl", Place.QUERY, "", Encoding.PERCENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken");
    }

    @ParameterizedTest
    @EnumSource(names = {"PARAMETER", "PATH_PARAMETER", "AFTER_OPTIONS"})
    void placeWithoutItsKey_isAnErrorAtStart(Place place) {
        assertThatThrownBy(() -> new FamilyRule("broken", "wsrv.nl/*", place, "", Encoding.PERCENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a key");
    }

    @Test
    void rawTarget_isTakenAsItIs() {
        var rule = new FamilyRule("raw", "p.example/*", Place.PARAMETER, "to", Encoding.RAW);

        assertThat(new Unwrapper(List.of(rule))
                        .unwrap("https://p.example/?to=http://o.example/a%253Fb.png")
                        .get(0))
                .isEqualTo(new Candidate("http://o.example/a%253Fb.png", "raw"));
    }

    @Test
    void starInTheHost_staysWithinTheHost() {
        var url = "https://elsewhere.example/.workers.dev/page?" + ORIGIN;

        assertThat(unwrapper.unwrap(url)).containsExactly(new Candidate(url, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void fiveWrappers_areUnwrapped(int depth) {
        assertThat(unwrapper.unwrap(wrapped(depth)).get(0).url()).isEqualTo(ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 50})
    void moreWrappers_stayWhole(int depth) {
        assertThat(unwrapper.unwrap(wrapped(depth))).containsExactly(new Candidate(wrapped(depth), null));
    }

    static Stream<String> refusedTargets() {
        return CaseTable.rows("guard-cases.tsv", "periodical.cases.ssrf")
                .filter(row -> row.second().equals("yes"))
                .map(CaseTable.Row::first)
                .filter(target -> target.matches("[A-Za-z]+://.*"));
    }

    @ParameterizedTest
    @MethodSource("refusedTargets")
    void refusedTarget_staysRefusedBehindEveryWrapper(String target) {
        var guard = new Guard(GuardPolicy.standard()
                .denyingHosts(List.of("internal.example.org"))
                .owning(Set.of("media.self.example", "pictures.own.example")));
        for (var wrapper : wrappers()) {
            var chain = unwrapper.unwrap(wrapper.apply(target));
            for (var candidate : chain.subList(0, chain.size() - 1)) {
                assertThat(guard.check(candidate.url()))
                        .as("%s, from %s", candidate, wrapper.apply(target))
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(seed -> 7919L * seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyText_endsAsWrittenAndHasAnOriginThatIsItsOwn(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            var text = randomText(random);
            var chain = unwrapper.unwrap(text);

            assertThat(chain.get(chain.size() - 1)).isEqualTo(new Candidate(text, null));
            assertThat(chain).hasSizeLessThanOrEqualTo(6);
            assertThat(unwrapper.unwrap(chain.get(0).url())).as(text).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "%",
                "&",
                "?",
                "#",
                ":",
                "a",
                ".",
                "@",
                "/a",
                "%25",
                "http:/",
                "https://",
                "/http%3A",
                "/aHR0c",
                "/687474703a2f2f",
                "&url=",
                "&amp;",
                "=http://",
                "ssl:",
                "*",
                "\u56fe",
                "/unsafe",
                "/plain/",
                "/cdn-cgi/image/"
            })
    void work_growsNoFasterThanTheUrl(String piece) {
        for (var start : List.of("https://h.example/", "https://cors.reader.workers.dev/?", "https://wsrv.nl/?url=")) {
            var small = start + piece.repeat(12_500 / piece.length());
            var large = start + piece.repeat(100_000 / piece.length());

            assertThat(everGrowsLinearly(small, large)).as(start + piece).isTrue();
        }
    }

    /**
     * Eight times the text: quadratic work is sixty-four times as much, in every attempt. Linear work stays under thirty
     * times in the first quiet one, so a busy machine or a late compiler costs attempts, never the verdict.
     */
    private boolean everGrowsLinearly(String small, String large) {
        for (int attempt = 0; attempt < 50; attempt++) {
            if (cpuNanos(large) < 30 * Math.max(cpuNanos(small), 500_000)) {
                return true;
            }
        }
        return false;
    }

    private long cpuNanos(String url) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        unwrapper.unwrap(url);
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static String wrapped(int depth) {
        return "https://cors-anywhere.herokuapp.com/".repeat(depth) + ORIGIN;
    }

    private static List<UnaryOperator<String>> wrappers() {
        var signature = "0123456789abcdef0123456789abcdef01234567";
        return List.of(
                url -> "https://cors.reader.workers.dev/?" + url,
                url -> "https://cors.reader.workers.dev/?" + encoded(url),
                url -> "https://cors.reader.workers.dev/?" + encoded(encoded(url)),
                url -> "https://cors-anywhere.herokuapp.com/" + url,
                url -> "https://wsrv.nl/?url=" + url,
                url -> "https://wsrv.nl/?url=" + encoded(url),
                url -> "https://res.cloudinary.com/anybody/image/fetch/" + url,
                url -> "https://res.cloudinary.com/anybody/image/fetch/" + encoded(url),
                url -> "https://shop.example/_next/image?w=9&url=" + encoded(url),
                url -> "https://shop.example/cdn-cgi/image/w=9/" + url,
                url -> "https://thumbs.example/insecure/w:9/plain/" + url + "@png",
                url -> "https://thumbor.example/unsafe/9x9/" + encoded(url),
                url -> "https://web.archive.org/web/2015im_/" + url,
                url -> "https://camo.example/" + signature + "/"
                        + HexFormat.of().formatHex(utf8(url)),
                url -> "https://camo.example/c2ln/"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(url)),
                url -> "https://blog.example/image-proxy?src=" + encoded(url));
    }

    private static String randomText(Random random) {
        var pieces = List.of(
                "http://",
                "https://",
                "//",
                "/",
                "?",
                "&",
                "=",
                "#",
                "%",
                "%3A%2F%2F",
                "%25",
                "url=",
                "http%3A%2F%2F",
                "src=",
                "cors.reader.workers.dev",
                "wsrv.nl",
                "i0.wp.com",
                "h.example",
                "127.0.0.1",
                "/proxy/",
                "/unsafe/",
                "/plain/",
                "aHR0cDovL2guZXhhbXBsZS9h",
                "687474703a2f2f682e6578616d706c65",
                "\\",
                "@",
                ":",
                "[::1]",
                "\u0000",
                "\r\n",
                " ",
                "\ud83d",
                "\u56fe",
                "ssl:",
                "/cdn-cgi/image/",
                "/_ipx/",
                "/image/fetch/",
                "/pic/media%2F",
                "external/",
                "a.png");
        var text = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
