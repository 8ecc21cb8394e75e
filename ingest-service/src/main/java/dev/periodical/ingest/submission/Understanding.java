package dev.periodical.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.periodical.events.Body;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.http.Problems;
import dev.periodical.ingest.article.ArticleForm;
import dev.periodical.ingest.article.ArticleReader;
import dev.periodical.ingest.article.Reading;
import dev.periodical.ingest.article.ReadingPolicy;
import dev.periodical.ingest.article.Submission;
import dev.periodical.ingest.article.Warning;
import dev.periodical.ingest.frontmatter.DocumentText;
import dev.periodical.ingest.problem.IngestProblems;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From a request's bytes to an article, or to the problem that says why not. Reading is work for a processor, so it is done on
 * threads of its own and never on an event loop.
 */
@ApplicationScoped
class Understanding {

    private static final ObjectReader FORM = EventJson.MAPPER
            .readerFor(ArticleForm.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ArticleReader reader;
    private final long limit;
    private final ReadingThreads threads = new ReadingThreads("reading");

    Understanding(SubmissionConfig config) {
        this.reader = new ArticleReader(ReadingPolicy.of(config.defaultZone(), config.zones()));
        this.limit = config.maxBytes();
    }

    void onStop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** @return fails with the problem to answer */
    Uni<Validated> understood(byte[] body, MediaType type, Hints hints) {
        return Uni.createFrom()
                .item(() -> read(body, type, hints, read(body, type, hints)))
                .runSubscriptionOn(threads);
    }

    private Validated read(byte[] body, MediaType type, Hints hints, Validated once) {
        boolean named = once.article().key() != null || once.article().source() != null;
        return named || hints.fallbackKey() == null ? once : read(body, type, hints.under(hints.fallbackKey()));
    }

    /** The same on the caller's thread, which must not be an event loop's. */
    Validated read(byte[] body, MediaType type, Hints hints) {
        if (body.length > limit) {
            throw Problems.tooLarge(limit);
        }
        if (type == null) {
            throw IngestProblems.notText("Content-Type is missing: text/markdown, text/html or application/json.");
        }
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? validated(reader.read(form(body, hints)), List.of())
                : document(body, type, hints);
    }

    /** A document that is text already. */
    Validated read(String document, Hints hints) {
        return validated(
                reader.read(new Submission(document, null, hints.key(), hints.name(), hints.base(), hints.strict())),
                List.of());
    }

    /** An article given as fields. */
    Validated read(ArticleForm form) {
        return validated(reader.read(form.withoutBlankKey()), List.of());
    }

    /** A document of the archive's own, whose kind is known. */
    Validated read(byte[] document, Body.Kind kind, Hints hints) {
        if (document.length > limit) {
            throw Problems.tooLarge(limit);
        }
        return document(document, null, kind, hints);
    }

    private Validated document(byte[] body, MediaType type, Hints hints) {
        Body.Kind kind = type.isCompatible(MediaType.TEXT_HTML_TYPE) ? Body.Kind.HTML : null;
        return document(body, type.getParameters().get(MediaType.CHARSET_PARAMETER), kind, hints);
    }

    private Validated document(byte[] body, String charset, Body.Kind kind, Hints hints) {
        DocumentText.Decoded decoded = DocumentText.decode(body, charset);
        if (decoded instanceof DocumentText.NotText notText) {
            throw IngestProblems.notText(notText.reason());
        }
        DocumentText.Text text = (DocumentText.Text) decoded;
        Submission submission =
                new Submission(text.text(), kind, hints.key(), hints.name(), hints.base(), hints.strict());
        return validated(
                reader.read(submission),
                text.notices().stream().map(Warning::of).toList());
    }

    private static Validated validated(Reading reading, List<Warning> before) {
        if (reading instanceof Reading.Refused refused) {
            throw IngestProblems.unreadable(
                    refused.reason(), refused.line(), refused.column(), refused.lineText(), refused.suggestion());
        }
        Reading.Read read = (Reading.Read) reading;
        List<Warning> warnings = new ArrayList<>(before);
        warnings.addAll(read.warnings());
        return new Validated(read.article(), warnings);
    }

    private static ArticleForm form(byte[] body, Hints hints) {
        try {
            ArticleForm form = FORM.readValue(body);
            if (form == null) {
                throw IngestProblems.unreadable("null is no article", 1, 1, null, null);
            }
            return hints.key() == null ? form.withoutBlankKey() : form.withKey(hints.key());
        } catch (JsonProcessingException e) {
            throw IngestProblems.unreadable(
                    e.getOriginalMessage(),
                    e.getLocation() == null ? null : e.getLocation().getLineNr(),
                    e.getLocation() == null ? null : e.getLocation().getColumnNr(),
                    null,
                    null);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can't fail to be read", e);
        }
    }
}
