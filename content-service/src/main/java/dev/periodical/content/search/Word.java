package dev.periodical.content.search;

/**
 * A word of a text: letters, digits, an emoji, or two neighbouring characters of a script that leaves no blanks.
 *
 * @param text as the index spells it
 * @param kind what it is
 * @param start where it begins in the text it was read from
 * @param end where it ends there, exclusive
 */
record Word(String text, Kind kind, int start, int end) {

    enum Kind {
        /** Letters, digits or an emoji. */
        PLAIN,
        /** Two neighbouring characters of Chinese, Japanese or Korean. */
        PAIR,
        /** The last character of such a run, so that each character begins a word. */
        TAIL,
        /** Such a character with no neighbour. */
        SINGLE
    }

    /** Whether a question's word means this one: one character means every word that begins with it. */
    boolean isMeantBy(Word asked) {
        return asked.kind == Kind.SINGLE ? text.startsWith(asked.text) : text.equals(asked.text);
    }
}
