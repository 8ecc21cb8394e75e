package dev.periodical.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.media.unwrap.Unwrapper;
import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.GuardPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    private static final String ORIGIN = "https://origin.example/a.png";
    private static final String PROXIED = "https://cors.reader.workers.dev/?" + ORIGIN;
    private static final String PAGE = "https://blog.example/post";

    private final Ladder ladder = new Ladder(Unwrapper.standard(), new Guard(GuardPolicy.standard()));

    @Test
    void origin_isAskedBeforeTheProxyInFrontOfIt() {
        assertThat(ladder.rungs(PROXIED, List.of(), PAGE))
                .containsExactly(
                        new Rung(ORIGIN, null),
                        new Rung(ORIGIN, PAGE),
                        new Rung(ORIGIN, "https://origin.example/"),
                        new Rung(PROXIED, null));
    }

    @Test
    void articleWithoutAddress_sendsNoReferer() {
        assertThat(ladder.rungs(ORIGIN, List.of(), null))
                .containsExactly(new Rung(ORIGIN, null), new Rung(ORIGIN, "https://origin.example/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a title",
                "https://user:word@blog.example/",
                "http://127.0.0.1/",
                "https://b.example/\r\nX: y"
            })
    void pageThatIsNoPublicAddress_isNotSentAsReferer(String page) {
        assertThat(ladder.rungs(ORIGIN, List.of(), page)).isEqualTo(ladder.rungs(ORIGIN, List.of(), null));
    }

    @Test
    void referer_isSentInItsCanonicalForm() {
        assertThat(ladder.rungs(ORIGIN, List.of(), "https://BLOG.example/\u56fe#top"))
                .contains(new Rung(ORIGIN, "https://blog.example/%E5%9B%BE"));
    }

    @Test
    void http_isTriedByHttpsToo() {
        assertThat(ladder.rungs("http://origin.example/a.png", List.of(), null))
                .endsWith(new Rung("https://origin.example/a.png", null));
    }

    @Test
    void alternatives_comeBeforeTheAddressAsWritten() {
        assertThat(ladder.rungs(ORIGIN, List.of("https://origin.example/large.png"), null))
                .extracting(Rung::url)
                .startsWith("https://origin.example/large.png")
                .endsWith(ORIGIN);
    }

    @Test
    void protocolRelativeAddress_isAskedByHttps() {
        var rungs = ladder.rungs("//origin.example/a.png", List.of(), null);

        assertThat(rungs).extracting(Rung::url).containsOnly(ORIGIN);
        assertThat(ladder.host(rungs.get(0))).isEqualTo("origin.example");
    }

    @Test
    void protocolRelativeProxy_isAskedByHttps() {
        assertThat(ladder.rungs("//cors.reader.workers.dev/?" + ORIGIN, List.of(), null))
                .endsWith(new Rung(PROXIED, null));
    }

    @Test
    void refusedAddress_isARungWithoutHost() {
        var rungs = ladder.rungs("http://127.0.0.1/a.png", List.of(), null);

        assertThat(rungs).isNotEmpty();
        assertThat(ladder.host(rungs.get(0))).isEmpty();
    }

    @Test
    void ladder_isNeverLongerThanItsBound() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> "http://h" + i + ".example/a.png")
                .toList();

        assertThat(ladder.rungs(ORIGIN, many, PAGE)).hasSize(Ladder.LONGEST);
    }

    @Test
    void rungs_areNeverAskedTwice() {
        assertThat(ladder.rungs(ORIGIN, List.of(ORIGIN, PROXIED), PAGE)).doesNotHaveDuplicates();
    }

    @Test
    void knownWall_isAskedWithItsRefererFirst() {
        assertThat(ladder.rungs("https://wx1.sinaimg.cn/large/a.jpg", List.of(), PAGE))
                .startsWith(
                        new Rung("https://wx1.sinaimg.cn/large/a.jpg", "https://weibo.com/"),
                        new Rung("https://wx1.sinaimg.cn/large/a.jpg", null));
    }

    @Test
    void processedPicture_isAskedForWholeBeforeTheProxy() {
        var rungs = ladder.rungs("https://cors.reader.workers.dev/?" + ORIGIN + "?imageView2/2/w/9", List.of(), null);

        assertThat(rungs)
                .endsWith(
                        new Rung(ORIGIN, null),
                        new Rung("https://cors.reader.workers.dev/?" + ORIGIN + "?imageView2/2/w/9", null));
    }

    @Test
    void alternativeThatIsAPageOrSmaller_comesBehind() {
        assertThat(ladder.rungs(
                        ORIGIN,
                        List.of("https://blog.example/view.html", ORIGIN + "!thumb", "https://b.example/b.png"),
                        null))
                .extracting(Rung::url)
                .startsWith("https://b.example/b.png")
                .containsSubsequence("https://b.example/b.png", ORIGIN, "https://blog.example/view.html");
    }

    @Test
    void manyAlternatives_neverPushOutTheAddressAsWritten() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> "http://h" + i + ".example/a.png")
                .toList();

        assertThat(ladder.rungs(PROXIED, many, PAGE))
                .contains(new Rung(ORIGIN, null))
                .endsWith(new Rung(PROXIED, null));
    }

    @Test
    void operatorsRule_replacesTheBuiltInOne() {
        var rules = new HostRules(Map.of("sinaimg.cn", new HostRule("https://own.example/", "Own/1", null)));

        assertThat(rules.of("wx1.sinaimg.cn").referer()).isEqualTo("https://own.example/");
        assertThat(rules.of("sinaimg.cn.example")).isEqualTo(HostRule.NONE);
        assertThat(rules.of("i.pximg.net").referer()).isEqualTo("https://www.pixiv.net/");
    }
}
