package dev.periodical.content.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader asks for: words that must all be there. Quotes make a phrase, a {@code -} before a word or a phrase excludes
 * it; characters written without a blank belong together. Text without any word finds nothing.
 */
public final class SearchQuery {

    private static final String QUOTES = "\"“”„＂";
    private static final String MINUS = "-－−";
    private static final String PARTING = ",;!?()[]{}<>|";

    private final List<Term> terms;

    private SearchQuery(List<Term> terms) {
        this.terms = terms;
    }

    /** Reads any text; there is none that can't be asked. */
    public static SearchQuery parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (!parts(first) || quotes(first) || MINUS.indexOf(first) >= 0) {
                boolean excluded = MINUS.indexOf(first) >= 0;
                int from = excluded ? at + 1 : at;
                boolean quoted = from < text.length() && quotes(text.charAt(from));
                from = quoted ? from + 1 : from;
                int to = from;
                while (to < text.length() && !(quoted ? quotes(text.charAt(to)) : parts(text.charAt(to)))) {
                    to++;
                }
                add(terms, text.substring(from, to), excluded);
                at = quoted ? to + 1 : Math.max(to, at + 1);
            } else {
                at++;
            }
        }
        return new SearchQuery(List.copyOf(terms));
    }

    /** Whether there is no word in it, so that no text can be meant. */
    public boolean findsNothing() {
        return terms.isEmpty();
    }

    /** PostgreSQL's {@code tsquery}; not for one that finds nothing. */
    public String tsquery() {
        return terms.stream().map(Term::tsquery).collect(Collectors.joining(" & "));
    }

    /** A {@code tsquery} by which finds are compared: each term counts for itself, what is excluded not at all. */
    public String anyWanted() {
        return wanted().stream().map(Term::tsquery).collect(Collectors.joining(" | "));
    }

    /** The index's word, where this asks for one and nothing else. */
    public Optional<String> onlyWord() {
        return terms.size() == 1 ? terms.get(0).onlyWord() : Optional.empty();
    }

    List<Term> wanted() {
        return terms.stream().filter(term -> !term.excluded()).toList();
    }

    private static void add(List<Term> terms, String text, boolean excluded) {
        List<Word> words = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        int skipped = 0;
        for (Word word : Words.of(text)) {
            if (word.kind() == Word.Kind.TAIL) {
                skipped++; // the pair before it says it already
                continue;
            }
            steps.add(words.isEmpty() ? 0 : 1 + skipped);
            words.add(word);
            skipped = 0;
        }
        if (!words.isEmpty()) {
            terms.add(new Term(List.copyOf(words), List.copyOf(steps), excluded));
        }
    }

    private static boolean quotes(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean parts(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || quotes(c) || PARTING.indexOf(c) >= 0) {
            return true;
        }
        return c > 0x7F
                && switch (Character.getType(c)) {
                    case Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
