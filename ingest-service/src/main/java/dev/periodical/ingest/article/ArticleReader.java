package dev.periodical.ingest.article;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Sha256;
import dev.periodical.events.StatedDate;
import dev.periodical.ingest.frontmatter.Dates;
import dev.periodical.ingest.frontmatter.DocumentText;
import dev.periodical.ingest.frontmatter.Head;
import dev.periodical.ingest.frontmatter.HeadReader;
import dev.periodical.ingest.frontmatter.Keys;
import dev.periodical.ingest.frontmatter.Notice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents into articles.
 *
 * <p>Pure and safe for many threads: the same submission gives the same reading, nothing is fetched or remembered, and no
 * input makes it throw. Time and memory are linear in the submission's length, which is for the door to bound.
 *
 * <p>An article without key and source link is known by author, title and date; where it has no date its file's name
 * stands in, and where that is missing too and the title with it, its text.
 */
public final class ArticleReader {

    private final ReadingPolicy policy;

    public ArticleReader(ReadingPolicy policy) {
        this.policy = policy;
    }

    /** Reads a Hexo document. */
    public Reading read(Submission submission) {
        DocumentText.Text text = DocumentText.clean(submission.text());
        Head head = HeadReader.read(text.text(), submission.strict());
        if (head instanceof Head.Unreadable u) {
            return new Reading.Refused(u.reason(), u.line(), u.column(), u.lineText(), u.suggestion());
        }
        Head.Read parts = (Head.Read) head;
        List<Notice> notices = new ArrayList<>(text.notices());
        notices.addAll(parts.notices());
        if (submission.base() != null && Addresses.web(submission.base()) == null) {
            notices.add(new Notice("base-ignored", "the base is no absolute http or https URL", null, null));
        }
        Body.Kind kind = submission.kind() == null ? Kinds.of(parts.body()) : submission.kind();
        return read(
                submission.key(),
                submission.name(),
                submission.base(),
                parts.frontMatter(),
                new Body(kind, parts.body()),
                notices);
    }

    /** Reads an article that is given as fields: what the Hexo document of the same article would read as. */
    public Reading read(ArticleForm form) {
        if ((form.html() == null) == (form.markdown() == null)) {
            return Reading.Refused.of("an article has either html or markdown");
        }
        Body.Kind kind = form.html() == null ? Body.Kind.MARKDOWN : Body.Kind.HTML;
        DocumentText.Text text = DocumentText.clean(form.html() == null ? form.markdown() : form.html());
        FrontMatter frontMatter = new FrontMatter(FrontMatter.Format.NONE, "", FormValues.of(form));
        return read(form.key(), null, null, frontMatter, new Body(kind, text.text()), text.notices());
    }

    private Reading read(
            String key, String name, String base, FrontMatter frontMatter, Body body, List<Notice> notices) {
        Map<String, Object> values = frontMatter.values();
        String source = SourceLink.in(values);
        Addresses addresses = new Addresses(Addresses.web(base == null ? source : base));
        Gallery gallery = new Gallery(policy.longestDataUrl());
        HeadPictures.find(values, addresses, gallery);
        Optional<BodyReader.Shown> shown = new BodyReader(addresses, gallery).read(body);
        if (shown.isEmpty()) {
            return Reading.Refused.of("the HTML has more tags, or is nested deeper, than an article can be");
        }
        String title = Keys.title(frontMatter);
        String author = author(values);
        ZoneId zone = policy.zoneFor(author, Addresses.web(source));
        StatedDate published = published(values, name, zone);
        StatedDate updated = Dates.read(Keys.text(values, "updated", "lastmod", "modified", "last_modified_at"), zone);
        Article article = new Article(
                id(key, source, author, title, published, name, body),
                Revision.of(values, body),
                key,
                source,
                title,
                author,
                published,
                updated,
                Keys.categories(values),
                Keys.tags(values),
                Readership.of(values),
                frontMatter,
                body,
                shown.get().html(),
                shown.get().excerpt(),
                gallery.images());
        return new Reading.Read(
                article, warnings(notices, published, shown.get().rendered(), gallery));
    }

    private static String author(Map<String, Object> values) {
        List<String> authors = Keys.texts(values.get("author"));
        return authors.isEmpty() ? null : String.join(", ", authors);
    }

    private static StatedDate published(Map<String, Object> values, String name, ZoneId zone) {
        StatedDate stated = Dates.read(Keys.text(values, "date"), zone);
        return stated != null ? stated : Dates.fromName(name, zone);
    }

    private static String id(
            String key, String source, String author, String title, StatedDate published, String name, Body body) {
        if (key != null) {
            return ArticleId.ofKey(key);
        }
        if (source != null) {
            return ArticleId.ofSource(source);
        }
        String when = published != null ? published.raw() : name;
        boolean nameless = when == null && title.isEmpty();
        return ArticleId.ofContent(author, title, nameless ? Sha256.hex(body.raw()) : when);
    }

    private static List<Warning> warnings(
            List<Notice> notices, StatedDate published, boolean rendered, Gallery gallery) {
        List<Warning> warnings = new ArrayList<>();
        notices.forEach(notice -> warnings.add(Warning.of(notice)));
        if (published != null && published.instant() == null) {
            warnings.add(
                    Warning.of("unreadable-date", "no date can be read from \"" + shortened(published.raw()) + "\""));
        }
        if (!rendered) {
            warnings.add(Warning.of("markdown-not-rendered", "the Markdown is too tangled; it stands as written"));
        }
        warnings.addAll(gallery.warnings());
        return List.copyOf(warnings);
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
