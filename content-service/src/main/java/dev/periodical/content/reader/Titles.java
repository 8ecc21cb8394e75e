package dev.periodical.content.reader;

/** What stands for an article's title. */
final class Titles {

    private Titles() {}

    /** The title, or a word for having none. */
    static String shown(String title) {
        return title.isBlank() ? "无题" : title;
    }
}
