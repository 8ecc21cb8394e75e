package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.Body;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pictures hide, and what is known of each. */
class PicturesTest {

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='a/pier.png'>",
                "<IMG SRC=a/pier.png>",
                "<img src=' a/pi\ner.png '>",
                "<img data-src='a/pier.png'>",
                "<img data-original='a/pier.png'>",
                "<img srcset='a/pier.png'>",
                "<picture><source srcset='a/pier.png 2x'><img></picture>",
                "<noscript><img src='a/pier.png'></noscript>",
                "<video poster='a/pier.png'></video>",
                "<p style=\"color:red; background-image: url('a/pier.png')\">x</p>",
                "<div style='background:#fff url(a/pier.png) no-repeat'>x</div>",
                "<table background='a/pier.png'><tr><td>x</table>",
                "<div data-bg='a/pier.png'>x</div>",
                "<div data-background-image='url(a/pier.png)'>x</div>",
                "<img data-actualsrc='a/pier.png'>",
                "<img data-original-src='a/pier.png'>",
                "<img src='' data-lazy-src='a/pier.png'>",
                "<img data-srcset='a/pier.png 1x'>",
                "<video data-poster='a/pier.png'></video>",
                "<amp-img src='a/pier.png'></amp-img>",
                "<center>{% asset_img a/pier.png %}</center>",
                "<p>{% img right a/pier.png 10 20 %}</p>",
                "<svg><image href='a/pier.png'/></svg>",
                "<svg><image xlink:href='a/pier.png'/></svg>"
            })
    void everyPlace_isFound_andKept(String html) {
        // When
        Article article = read(html, Body.Kind.HTML, null);

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly("a/pier.png");
        assertThat(article.images()).extracting(Image::ref).containsExactly(ImageRef.of("a/pier.png"));
        assertThat(article.html()).containsOnlyOnce("=\"a/pier.png\"");
    }

    @Test
    void order_isTheDocuments_andEachUrlCountsOnce() {
        // When
        Article article = read("<img src=b><p><img src=a><img src=b alt=Pier></p>", Body.Kind.HTML, null);

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly("b", "a");
        assertThat(article.images().get(0).alt()).isEqualTo("Pier");
    }

    @Test
    void lazyAttributesAndSrcset_areAlternatives_bestFirst() {
        // When
        Article article = read(
                "<a href='http://o.example/pier.jpg?x'><img src=small.png srcset='m.png 640w, l.png 1280w'"
                        + " data-original='http://o.example/true.png' width=64px height=0 data-size='640,480'></a>",
                Body.Kind.HTML,
                null);

        // Then
        Image image = article.images().get(0);
        assertThat(image.url()).isEqualTo("small.png");
        assertThat(image.alternatives())
                .containsExactly("http://o.example/true.png", "l.png", "m.png", "http://o.example/pier.jpg?x");
        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(480);
    }

    @Test
    void longAlt_isCut_butNotWithinACharacter() {
        // When
        String alt = read("<img src=a alt='" + "x".repeat(999) + "🎉'>", Body.Kind.HTML, null)
                .images()
                .get(0)
                .alt();

        // Then
        assertThat(alt).hasSize(1_000).doesNotContain("\uD83C");
    }

    @Test
    void everyBackground_isAPicture() {
        // When
        Article article = read("<div style='background: url(a.png), url(\"b.png\")'>x</div>", Body.Kind.HTML, null);

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly("a.png", "b.png");
        assertThat(article.html()).isEqualTo("<div><img src=\"a.png\"><img src=\"b.png\">x</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headimg: h.png",
                "thumbnail: h.png",
                "cover: /h",
                "cover: {src: h.png, alt: a / b}",
                "photos: [h.png]",
                "photo: h.png",
                "photos: [{url: h.png}]",
                "header-img: h.png",
                "featuredImage: h.png",
                "og_image: https://p.example/h"
            })
    void headKeys_nameAPicture(String line) {
        // When
        Article article = document("---\n" + line + "\n---\nx");

        // Then
        assertThat(article.images()).hasSize(1);
        assertThat(article.images().get(0).url()).endsWith("h" + (line.contains(".png") ? ".png" : ""));
    }

    @Test
    void linkToAPage_isNoAlternative() {
        assertThat(read("<a href='/page.html'><img src=a></a>", Body.Kind.HTML, null)
                        .images()
                        .get(0)
                        .alternatives())
                .isEmpty();
    }

    @Test
    void headPictures_comeFirst_withTheirRoles() {
        // When
        Article article =
                document("---\nthumbnail: t.png\ncover: 'https://p.example/c'\nbanner: false\nphotos:\n- p.jpg\n"
                        + "headimg: ''\n---\n<img src=t.png><video poster=v.png></video>");

        // Then
        assertThat(article.images())
                .extracting(Image::url)
                .containsExactly("t.png", "https://p.example/c", "p.jpg", "v.png");
        assertThat(article.images())
                .extracting(Image::role)
                .containsExactly(Image.Role.THUMBNAIL, Image.Role.COVER, Image.Role.INLINE, Image.Role.POSTER);
    }

    @Test
    void base_resolvesRelativeAddresses() {
        // When
        Article article = read(
                "<img src='../a b.png'><img src='//h.example/c.png'><img src='/港.png'><img src='data:image/gif;base64,R0lG'>",
                Body.Kind.HTML,
                "https://blog.example/2021/post/");

        // Then
        assertThat(article.images())
                .extracting(Image::url)
                .containsExactly(
                        "https://blog.example/2021/a%20b.png",
                        "//h.example/c.png", "https://blog.example/港.png", "data:image/gif;base64,R0lG");
        assertThat(article.html()).contains("src=\"https://blog.example/港.png\"");
    }

    @Test
    void relativeAddressWithoutBase_isKept_andMarked() {
        // When
        Reading.Read reading = (Reading.Read)
                reader.read(new Submission("<img src='a.png'>", Body.Kind.HTML, null, null, null, false));

        // Then
        assertThat(reading.article().images()).extracting(Image::url).containsExactly("a.png");
        assertThat(reading.warnings()).extracting(Warning::code).contains("relative-picture");
    }

    @Test
    void dataPicture_travelsUpToItsLimit() {
        // Given
        String small = "data:image/png;base64," + "A".repeat(1_000);
        String large = "data:image/png;base64," + "A".repeat(1 << 20);

        // When
        Reading.Read reading = (Reading.Read) reader.read(new Submission(
                "<img src='" + small + "'><img src='" + large + "'>", Body.Kind.HTML, null, null, null, false));

        // Then
        assertThat(reading.article().images()).extracting(Image::url).containsExactly(small);
        assertThat(reading.article().html()).doesNotContain(large);
        assertThat(reading.warnings()).extracting(Warning::code).contains("data-url-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=''>",
                "<img>",
                "<img src='javascript:x()'>",
                "<!-- <img src=a.png> -->",
                "<p style='background:red'>"
            })
    void noAddress_isNoPicture(String html) {
        // When
        Article article = read(html, Body.Kind.HTML, null);

        // Then
        assertThat(article.images()).isEmpty();
        assertThat(article.html()).doesNotContain("<img");
    }

    @Test
    void markdownPictures_areFound_butNotInCode() {
        // When
        Article article = read(
                "![one](a.png \"t\") `![no](b.png)`\n\n    <img src=c.png>\n\n```\n![no](d.png)\n```\n\n![two][r]\n\n"
                        + "<img src=\"e.png\">\n\n[![in a link](f.png)](full.png)\n\n[r]: <g h.png>\n",
                Body.Kind.MARKDOWN,
                null);

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly("a.png", "g h.png", "e.png", "f.png");
        assertThat(article.images().get(0).alt()).isEqualTo("one");
        assertThat(article.images().get(3).alternatives()).isEqualTo(List.of("full.png"));
    }

    @Test
    void hexoTags_arePictures_butNotInCode() {
        // When
        Article article = read(
                "{% asset_img left harbour.png 200 100 'The harbour' %}\n\n{% img /a/pier.png \"A pier\" \"the pier\" %}\n\n"
                        + "`{% img no.png %}`\n\n{% raw %}{{ kept }}{% endraw %}\n\n{% note info %}",
                Body.Kind.MARKDOWN, null);

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly("harbour.png", "/a/pier.png");
        assertThat(article.images().get(1).alt()).isEqualTo("the pier");
        assertThat(article.html())
                .contains("{{ kept }}")
                .contains("{% note info %}")
                .doesNotContain("raw %}");
    }

    @Test
    void rawTag_guardsWhatItHolds() {
        // When
        Article inline = read("x {% raw %}*{{ a }}* {% img no.png %}{% endraw %} *y*", Body.Kind.MARKDOWN, null);
        Article block = read(
                "x\n{% raw %}\n<p>*a*\n\n    {% asset_img no.png %}</p>\n{% endraw %}\n![y](y.png)",
                Body.Kind.MARKDOWN, null);

        // Then
        assertThat(inline.html()).isEqualTo("<p>x *{{ a }}* {% img no.png %} <em>y</em></p>\n");
        assertThat(inline.images()).isEmpty();
        assertThat(block.html())
                .contains("<p>*a*")
                .contains("{% asset_img no.png %}")
                .doesNotContain("raw");
        assertThat(block.images()).extracting(Image::url).containsExactly("y.png");
    }

    @Test
    void codeTag_isCode() {
        // When
        Article article = read(
                "{% codeblock Title lang:java %}\n![no](a.png) <b>\n\n{% img b.png %}\n{% endcodeblock %}\n\n![y](y.png)",
                Body.Kind.MARKDOWN, null);

        // Then
        assertThat(article.html())
                .startsWith(
                        "<pre><code class=\"language-java\">![no](a.png) &lt;b&gt;\n\n{% img b.png %}\n</code></pre>");
        assertThat(article.images()).extracting(Image::url).containsExactly("y.png");
    }

    @Test
    void tagsWithinHtml_areLeftAloneInCode() {
        assertThat(read("<pre>{% img a.png %}</pre>{% raw %}<i>{% img b.png %}</i>{% endraw %}", Body.Kind.HTML, null)
                        .html())
                .isEqualTo("<pre>{% img a.png %}</pre><i>{% img b.png %}</i>");
    }

    private Article document(String text) {
        return ((Reading.Read) reader.read(new Submission(text, null, null, null, null, false))).article();
    }

    private Article read(String body, Body.Kind kind, String base) {
        return ((Reading.Read) reader.read(new Submission(body, kind, null, null, base, false))).article();
    }
}
