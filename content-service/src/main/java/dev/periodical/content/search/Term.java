package dev.periodical.content.search;

import java.util.List;
import java.util.Optional;

/**
 * Words that must stand side by side.
 *
 * @param words at least one
 * @param steps how far each stands behind the one before it; the first has 0
 * @param excluded whether they must not be there
 */
record Term(List<Word> words, List<Integer> steps, boolean excluded) {

    String tsquery() {
        StringBuilder text = new StringBuilder(excluded ? "!(" : "(");
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(" <").append(steps.get(i)).append("> ");
            }
            text.append(Lexeme.quoted(words.get(i).text()));
            if (words.get(i).kind() == Word.Kind.SINGLE) {
                text.append(":*");
            }
        }
        return text.append(')').toString();
    }

    /** Itself, where it is one word of the index that is wanted, and not the beginning of many. */
    Optional<String> onlyWord() {
        boolean one = !excluded && words.size() == 1 && words.get(0).kind() != Word.Kind.SINGLE;
        return one ? Optional.of(words.get(0).text()) : Optional.empty();
    }

    /** Where it ends in a text whose words these are, if it begins at the one of this number; else -1. */
    int endAt(List<Word> text, int number, String source) {
        int at = number;
        int end = -1;
        for (int i = 0; i < words.size(); i++) {
            at += steps.get(i);
            if (at >= text.size() || !text.get(at).isMeantBy(words.get(i))) {
                return -1;
            }
            Word found = text.get(at);
            end = words.get(i).kind() == Word.Kind.SINGLE
                    ? found.start() + Character.charCount(source.codePointAt(found.start()))
                    : found.end();
        }
        return end;
    }
}
