package dev.periodical.events;

/**
 * Something that has happened to an article or to one of its pictures: the payload of a CloudEvent.
 *
 * <p>The list is closed on purpose: these are all the facts that services tell each other. On the wire unknown types are
 * skipped, so an older consumer outlives a newer producer.
 */
public sealed interface Event permits ArticleIngested, ArticleWithdrawn, MediaStored, MediaFailed {

    /** The CloudEvents {@code type}, versioned: {@code dev.periodical.article.ingested.v1}. */
    String type();

    /** The topic that carries this kind of event. */
    Topic topic();

    /** The CloudEvents {@code subject} and record key: the article's id, or the image ref. */
    String subject();
}
