package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.StatedDate.Confidence;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape in which feed mirrors write posts, down to its stray blanks. */
class SyndicatedPostTest {

    private static final String COVER = "https://proxy.example/?http://pictures.example/2022/harbour.png";
    private static final String SECOND = "https://proxy.example/?http://pictures.example/2022/pier.png";

    private static final String POST = "\n---\n"
            + "title: '港口_新码头_今日启用'\n"
            + "categories: \n"
            + " - 新闻\n"
            + " - 海湾日报\n"
            + " - 分类\n"
            + "headimg: '" + COVER + "'\n"
            + "author: 海湾日报\n"
            + "comments: false\n"
            + "date: Tue, 05 Apr 2022 03:30:00 GMT\n"
            + "thumbnail: '" + COVER + "'\n"
            + "---\n\n"
            + "<div>   \n"
            + "<p><strong>新码头</strong></p><p>记者 报道</p><p><img src=\"" + COVER
            + "\" data-size=\"640,480\" referrerpolicy=\"no-referrer\"></p><p><img src=\"" + SECOND
            + "\" data-size=\"800,600\" referrerpolicy=\"no-referrer\"></p>  \n"
            + "</div>\n            ";

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    @Test
    void syndicatedPost_isReadWhole() {
        // When
        Reading reading = reader.read(new Submission(POST, null, null, null, null, false));

        // Then
        Article article = article(reading);
        assertThat(article.title()).isEqualTo("港口_新码头_今日启用");
        assertThat(article.author()).isEqualTo("海湾日报");
        assertThat(article.categories()).containsExactly(List.of("新闻", "海湾日报", "分类"));
        assertThat(article.tags()).isEmpty();
        assertThat(article.published().instant()).isEqualTo(Instant.parse("2022-04-05T03:30:00Z"));
        assertThat(article.published().confidence()).isEqualTo(Confidence.STATED_ZONE);
        assertThat(article.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(article.frontMatter().format()).isEqualTo(FrontMatter.Format.YAML);
        assertThat(article.frontMatter().values())
                .containsEntry("comments", false)
                .containsEntry("date", "Tue, 05 Apr 2022 03:30:00 GMT");
        assertThat(article.frontMatter().values().keySet())
                .containsExactly("title", "categories", "headimg", "author", "comments", "date", "thumbnail");
        assertThat(article.body().kind()).isEqualTo(Body.Kind.HTML);
        assertThat(article.body().raw()).startsWith("\n<div>   \n").endsWith("</div>\n            ");
        assertThat(article.id()).isEqualTo(ArticleId.ofContent("海湾日报", "港口_新码头_今日启用", "Tue, 05 Apr 2022 03:30:00 GMT"));
        assertThat(((Reading.Read) reading).warnings()).isEmpty();
    }

    @Test
    void headAndBodyPicture_isOneCover_withItsSize() {
        // When
        Article article = article(reader.read(new Submission(POST, null, null, null, null, false)));

        // Then
        assertThat(article.images()).extracting(Image::url).containsExactly(COVER, SECOND);
        assertThat(article.images()).extracting(Image::role).containsExactly(Image.Role.COVER, Image.Role.INLINE);
        assertThat(article.images().get(0).width()).isEqualTo(640);
        assertThat(article.html()).contains("<img src=\"" + COVER + "\"").contains("<img src=\"" + SECOND + "\"");
    }

    @Test
    void lineEndsAndByteOrderMark_changeNothing() {
        // When
        Article plain = article(reader.read(new Submission(POST, null, null, null, null, false)));
        Article windows = article(
                reader.read(new Submission("\uFEFF" + POST.replace("\n", "\r\n"), null, null, null, null, false)));

        // Then
        assertThat(windows).isEqualTo(plain);
    }

    private static Article article(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).article();
    }
}
