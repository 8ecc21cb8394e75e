package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.Envelope;
import dev.periodical.events.kafka.Decoded;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service as a consumer: what the contract's samples mean to its rows. */
class FactsTest {

    private static final String ID = Sample.read(Sample.ARTICLE_INGESTED).key();
    private static final Instant INGESTED = Instant.parse("2022-04-05T11:25:30.123456Z");

    @ParameterizedTest
    @ValueSource(strings = {Sample.ARTICLE_INGESTED, Sample.ARTICLE_INGESTED_UNKNOWN_FIELD})
    void ingestedArticle_isListed_withItsPictures(String name) {
        // When
        Facts facts = Facts.of(List.of(envelope(name)));

        // Then
        ArticleFact article = facts.articles().get(0);
        assertThat(article.id()).isEqualTo(ID);
        assertThat(article.withdrawn()).isFalse();
        assertThat(article.visibility()).isEqualTo("public");
        assertThat(article.title()).isEqualTo("青屿港_老灯塔_今晚重新点亮");
        assertThat(article.author()).isEqualTo("青屿晚报");
        assertThat(article.eventTime()).isEqualTo(INGESTED);
        assertThat(article.publishedAt())
                .isEqualTo(article.listedAt())
                .isEqualTo(Instant.parse("2022-04-05T11:20:00Z"));
        assertThat(article.categoryPaths()).containsExactly("新媒体", "新媒体\u001f青屿晚报", "新媒体\u001f青屿晚报\u001f分类");
        assertThat(article.imageRefs())
                .hasSize(3)
                .startsWith(Sample.read(Sample.MEDIA_STORED).key())
                .endsWith(Sample.read(Sample.MEDIA_FAILED).key());
        assertThat(facts.pictures()).isEmpty();
    }

    @Test
    void revision_keepsTheArticleWhole() throws IOException {
        // When
        RevisionFact revision =
                Facts.of(List.of(envelope(Sample.ARTICLE_INGESTED))).revisions().get(0);

        // Then
        Sample sample = Sample.read(Sample.ARTICLE_INGESTED);
        assertThat(revision.articleId()).isEqualTo(ID);
        assertThat(revision.firstSeen()).isEqualTo(revision.lastSeen()).isEqualTo(INGESTED);
        assertThat(revision.payload()).isEqualTo(sample.value());
        assertThat(EventJson.MAPPER.readValue(revision.payload(), Article.class).revision())
                .isEqualTo(revision.revision());
    }

    @Test
    void sameRevisionAgain_isOneRevision_seenTwice() {
        // When: the later one comes first
        Envelope first = envelope(Sample.ARTICLE_INGESTED);
        Envelope later = new Envelope("later", first.source(), INGESTED.plusSeconds(60), first.event());
        Facts facts = Facts.of(List.of(later, first));

        // Then
        assertThat(facts.articles()).extracting(ArticleFact::eventId).containsExactly("later");
        assertThat(facts.revisions()).hasSize(1);
        assertThat(facts.revisions().get(0).firstSeen()).isEqualTo(INGESTED);
        assertThat(facts.revisions().get(0).lastSeen()).isEqualTo(INGESTED.plusSeconds(60));
    }

    @Test
    void withdrawal_holdsWhateverTheOrder() {
        // Given
        Envelope ingested = envelope(Sample.ARTICLE_INGESTED);
        Envelope withdrawn = envelope(Sample.ARTICLE_WITHDRAWN);

        // Then
        for (List<Envelope> batch : List.of(List.of(ingested, withdrawn), List.of(withdrawn, ingested))) {
            assertThat(Facts.of(batch).articles()).hasSize(1).allSatisfy(article -> {
                assertThat(article.id()).isEqualTo(ID);
                assertThat(article.withdrawn()).isTrue();
                assertThat(article.imageRefs()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.MEDIA_STORED, Sample.MEDIA_STORED_UNKNOWN_FIELD})
    void keptPicture_isStored(String name) {
        // When
        PictureFact picture = Facts.of(List.of(envelope(name))).pictures().get(0);

        // Then
        assertThat(picture.ref()).isEqualTo(Sample.read(name).key());
        assertThat(picture.state()).isEqualTo("stored");
        assertThat(picture.mediaId()).isEqualTo("b370de14e94142d4a108a79df6d0e265a0ba3fa2e10f57c4b3a892b74c9f84aa");
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(picture.size()).isEqualTo(184_203);
        assertThat(picture.width()).isEqualTo(640);
        assertThat(picture.reason()).isNull();
    }

    @Test
    void pictureThatCannotBeHad_isFailed_andSaysWhy() {
        // When
        PictureFact picture =
                Facts.of(List.of(envelope(Sample.MEDIA_FAILED))).pictures().get(0);

        // Then
        assertThat(picture.ref()).isEqualTo(Sample.read(Sample.MEDIA_FAILED).key());
        assertThat(picture.state()).isEqualTo("failed");
        assertThat(picture.reason()).isEqualTo("not-found");
        assertThat(picture.detail()).isEqualTo("404 from static.pictures.example.com");
        assertThat(picture.mediaId()).isNull();
    }

    @Test
    void everySample_isUnderstood_butTheUnknownType_whichIsPassedOver() {
        // When
        Stream<String> understood = Sample.NAMES.stream()
                .filter(name -> EventCodec.decode(Sample.read(name).record()) instanceof Decoded.Known);

        // Then
        assertThat(understood)
                .containsExactlyElementsOf(Sample.NAMES.stream()
                        .filter(name -> !name.equals(Sample.UNKNOWN_TYPE))
                        .toList());
        assertThat(EventCodec.decode(Sample.read(Sample.UNKNOWN_TYPE).record()))
                .isInstanceOf(Decoded.UnknownType.class);
    }

    private static Envelope envelope(String name) {
        return ((Decoded.Known) EventCodec.decode(Sample.read(name).record())).envelope();
    }
}
