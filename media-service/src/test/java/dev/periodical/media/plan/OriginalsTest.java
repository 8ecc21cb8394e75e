package dev.periodical.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsTest {

    private final Originals originals = Originals.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/a.jpg?imageView2/2/w/750/q/80/format/jpeg /a.jpg",
                "/a.jpg?imageMogr2/auto-orient/strip%7CimageView2/2/w/1240 /a.jpg",
                "/a.jpg?x-oss-process=image/resize,w_800 /a.jpg",
                "/a.jpg?v=2&x-oss-process=style/s&t=1 /a.jpg?v=2&t=1",
                "/a.jpg?x-image-process=style/s&t=1 /a.jpg?t=1",
                "/a.jpg!w600 /a.jpg",
                "/bfs/a.png@1e_1c.webp /bfs/a.png",
                "/bfs/a.jpg@640w_400h.jpg /bfs/a.jpg",
                "/i/a.jpg_400x400q90.jpg /i/a.jpg",
                "/wp-content/uploads/a-300x200.jpg /wp-content/uploads/a.jpg"
            })
    void processing_isTakenFromAnyHostsUrl(String processed, String original) {
        assertThat(originals.of("https://c.example" + processed, "c.example")).contains("https://c.example" + original);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "wx1.sinaimg.cn /mw690/a.jpg /large/a.jpg",
                "mmbiz.qpic.cn /mmbiz_png/x/640?wx_fmt=png&tp=webp /mmbiz_png/x/640?wx_fmt=png",
                "mmbiz.qpic.cn /mmbiz_png/x/640?tp=webp&wx_fmt=png /mmbiz_png/x/640?wx_fmt=png",
                "pic1.zhimg.com /80/v2-ab_720w.jpg /v2-ab.jpg",
                "img1.doubanio.com /view/photo/s/public/p1.jpg /view/photo/l/public/p1.jpg",
                "i.pximg.net /c/600x600/img-master/a.jpg /img-master/a.jpg"
            })
    void hostsOwnWay_isKnown(String host, String processed, String original) {
        assertThat(originals.of("https://" + host + processed, host)).contains("https://" + host + original);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://c.example",
                "https://c.example/a.jpg",
                "https://c.example/a&b.jpg",
                "https://c.example/a.jpg?v=1"
            })
    void plainUrl_hasNoOtherOriginal(String url) {
        assertThat(originals.of(url, "c.example")).isEmpty();
    }

    @Test
    void operatorsRow_isTried() {
        var own = new Originals(List.of(Processing.of("own", "c.example", "^/small/", "/big/")));

        assertThat(own.of("https://img.c.example/small/a.png", "img.c.example"))
                .contains("https://img.c.example/big/a.png");
    }

    @Test
    void brokenExpression_isAnErrorAtStart() {
        assertThatThrownBy(() -> Processing.of("own", "", "(", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(");
    }
}
