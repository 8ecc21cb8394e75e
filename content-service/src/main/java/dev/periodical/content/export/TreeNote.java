package dev.periodical.content.export;

/** The note at a tree's end, which says what is in it and what is not. A tree without one was cut off. */
final class TreeNote {

    static final String NAME = "README.md";

    private final Form form;
    private final boolean bytes;
    private long articles;
    private long pictures;
    private long missing;

    /** @param bytes whether pictures can be in the tree at all */
    TreeNote(Form form, boolean bytes) {
        this.form = form;
        this.bytes = bytes;
    }

    void count(PackedPictures packed) {
        articles++;
        pictures += packed.files().size();
        missing += packed.missing();
    }

    String text() {
        String begin =
                "# Articles of Periodical\n\n" + articles + " articles, complete: this note was written last.\n\n";
        return begin + (form == Form.ORIGINAL ? original() : local());
    }

    private static String original() {
        return """
                The documents stand as they were written, with the pictures' addresses of that time. Posted back to
                `POST /batches` as this very archive they come back as the same articles in the same revisions: what a
                document does not say itself (its key) stands beside it, in the entry's extended header. Unpacked and packed
                again, only articles that came from a tree keep their identity, which is their path.
                """;
    }

    private String local() {
        String pages =
                "Copy `source` into a Hexo site and build it. Pages find their pictures under `/images/`, so the site"
                        + " stands at its host's root (`root: /`); `new_post_name: :year-:month-:day-:title.md` keeps the day of a"
                        + " file's name out of its page's address.\n\n";
        return pages
                + (bytes
                        ? pictures + " pictures are in the tree; " + missing
                                + " are not: these are linked where media-service keeps them, or where they were.\n"
                        : "No pictures are in the tree: this service may not read the bucket. Kept ones are linked where"
                                + " media-service serves them, the others where they were.\n");
    }
}
