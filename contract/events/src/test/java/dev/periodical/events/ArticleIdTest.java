package dev.periodical.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleIdTest {

    /** The vectors are those of Python's {@code uuid.uuid5(UUID(namespace), "key\x1f" + ...)}. */
    @Test
    void ids_areVersion5_asOthersComputeThem() {
        assertThat(ArticleId.ofKey("posts/灯塔.md")).isEqualTo("67dbf937-a32e-5b93-9c78-6777a086cf9a");
        assertThat(ArticleId.ofSource("https://news.example.com/a?b=1"))
                .isEqualTo("ddddd2c2-50b6-548b-8a74-bc22df217b4c");
        assertThat(ArticleId.ofContent("青屿晚报", "老灯塔", "Tue, 05 Apr 2022 11:20:00 GMT"))
                .isEqualTo("db6dfbe2-bcd0-5a3e-b2e6-b22d024ab42b");
    }

    @Test
    void versionAndVariant_areThoseOfNames_whateverTheName() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = UUID.fromString(ArticleId.ofKey("article " + i));
            assertThat(id.version()).isEqualTo(5);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void nameSpaces_neverMeet() {
        String link = "https://news.example.com/a";
        assertThat(Set.of(
                        ArticleId.ofKey(link),
                        ArticleId.ofSource(link),
                        ArticleId.ofContent(link, null, null),
                        ArticleId.ofContent(null, link, null),
                        ArticleId.ofContent(null, null, link)))
                .hasSize(5);
    }

    @Test
    void absent_countsAsEmpty() {
        assertThat(ArticleId.ofContent(null, null, null))
                .isEqualTo(ArticleId.ofContent("", "", ""))
                .isEqualTo("7e9924b4-c408-5b40-b8e5-fbb0272f602b");
    }
}
