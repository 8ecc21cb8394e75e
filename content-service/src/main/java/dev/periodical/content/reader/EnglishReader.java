package dev.periodical.content.reader;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The reader's words in English. */
@Localized("en")
public interface EnglishReader extends ReaderMessages {

    @Override
    @Message("Articles")
    String articles();

    @Override
    @Message("Skip to the content")
    String skip();

    @Override
    @Message("Places")
    String places();

    @Override
    @Message("Search")
    String search();

    @Override
    @Message("What for? The / key leads here")
    String searchHint();

    @Override
    @Message("Categories")
    String categories();

    @Override
    @Message("Filters")
    String filters();

    @Override
    @Message("Without: {what}")
    String without(String what);

    @Override
    @Message("Category {name}")
    String category(String name);

    @Override
    @Message("Tag {name}")
    String tag(String name);

    @Override
    @Message("By {name}")
    String author(String name);

    @Override
    @Message("From {day}")
    String from(String day);

    @Override
    @Message("Until {day}")
    String to(String day);

    @Override
    @Message("Pictures: {state}")
    String picturesThat(String state);

    @Override
    @Message("{#if more}More than {count} articles{#else if count == 1}1 article{#else}{count} articles{/if}")
    String counted(long count, boolean more);

    @Override
    @Message("Older articles")
    String older();

    @Override
    @Message("More results")
    String moreFinds();

    @Override
    @Message("Back to the newest")
    String newest();

    @Override
    @Message("There is no article here yet. Send one to ingest-service:")
    String empty();

    @Override
    @Message("There are no more articles.")
    String noMore();

    @Override
    @Message("No article is like that.")
    String noneFound();

    @Override
    @Message("Untitled")
    String untitled();

    @Override
    @Message("{#if count == 1}1 picture{#else}{count} pictures{/if}")
    String pictures(int count);

    @Override
    @Message("{#if count == 1}1 picture, kept.{#else}{count} pictures, all of them kept.{/if}")
    String allKept(int count);

    @Override
    @Message(
            "{#if count == 1}1 picture, which can't be seen now.{#else}{count} pictures, {missing} of them can't be seen now.{/if}")
    String someMissing(int count, long missing);

    @Override
    @Message("Published")
    String published();

    @Override
    @Message("Kept since")
    String ingested();

    @Override
    @Message("Original")
    String original();

    @Override
    @Message("Revisions")
    String history();

    @Override
    @Message("This document (Hexo)")
    String asHexo();

    @Override
    @Message("Feed")
    String feed();

    @Override
    @Message("See the picture in full size")
    String fullSize();

    @Override
    @Message("This picture is being kept. Look again in a while.")
    String waiting();

    @Override
    @Message("This picture could not be kept: {why}")
    String lost(String why);

    @Override
    @Message("This may not be the article's picture: {why}")
    String suspect(String why);

    @Override
    @Message("Where it was")
    String originalPicture();

    @Override
    @Message("There is no such article")
    String noArticle();

    @Override
    @Message("Article {id} is not here, or was withdrawn.")
    String noArticleHere(String id);

    @Override
    @Message("Back to the list")
    String backToList();

    @Override
    @Message("Back to the article")
    String backToArticle();

    @Override
    @Message("current")
    String current();

    @Override
    @Message("What changed since the one before")
    String difference();

    @Override
    @Message("Only the beginning was compared.")
    String truncated();

    @Override
    @Message("The text is the same.")
    String noDifference();

    @Override
    @Message("removed")
    String removed();

    @Override
    @Message("added")
    String added();

    @Override
    @Message("the address can't be used")
    String addressUnusable();

    @Override
    @Message("the address is not a public one")
    String addressNotPublic();

    @Override
    @Message("the site's name is gone")
    String hostGone();

    @Override
    @Message("the site can't be reached")
    String hostSilent();

    @Override
    @Message("the site is in trouble")
    String hostTroubled();

    @Override
    @Message("the site has it no more")
    String pictureGone();

    @Override
    @Message("the site refuses other pages' readers")
    String hotLinkRefused();

    @Override
    @Message("the site's answer makes no sense")
    String answerWrong();

    @Override
    @Message("it is too large")
    String tooLarge();

    @Override
    @Message("the site gave no sound picture")
    String notSound();

    @Override
    @Message("it only counts visitors")
    String trackingPixel();

    @Override
    @Message("the site gave a notice instead")
    String placeholder();

    @Override
    @Message("nobody knows why")
    String unknownReason();
}
