package dev.periodical.content.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Reads a text's words, in order: Lucene's Unicode segmentation, with Chinese, Japanese and Korean as overlapping pairs. Letters
 * and digits part ({@code iPhone15} is two neighbours), nothing is stemmed, and a word's number in the list is its position:
 * punctuation takes none.
 */
final class Words {

    private static final String EMOJI = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

    private final Folded folded;
    private final List<Word> words = new ArrayList<>();
    private final StandardTokenizer segments = new StandardTokenizer();
    private final TokenStream stream = new CJKBigramFilter(segments);
    private final CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = stream.addAttribute(TypeAttribute.class);
    private Word tail;
    private int tailStart = -1;

    private Words(Folded folded) {
        this.folded = folded;
    }

    static List<Word> of(String text) {
        Words words = new Words(Folded.of(text));
        words.read();
        return words.words;
    }

    /** All by Lucene: what {@link #of} must give too. */
    static List<Word> byLucene(String text) {
        Words words = new Words(Folded.of(text));
        words.segment(0, words.folded.text().length());
        return words.words;
    }

    /**
     * Runs of Chinese characters between marks are paired here, for that is most of most texts and costs a tenth of Lucene's way;
     * everything else is Lucene's.
     */
    private void read() {
        String text = folded.text();
        int left = 0;
        for (int at = 0; at < text.length(); ) {
            if (!Characters.han(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && Characters.han(text.charAt(end))) {
                end++;
            }
            if ((at == 0 || Characters.parts(text.charAt(at - 1)))
                    && (end == text.length() || Characters.parts(text.charAt(end)))) {
                segment(left, at);
                pair(text, at, end);
                left = end;
            }
            at = end;
        }
        segment(left, text.length());
    }

    private void pair(String text, int start, int end) {
        if (end - start == 1) {
            words.add(word(text.substring(start, end), Word.Kind.SINGLE, start, end));
            return;
        }
        for (int at = start; at + 1 < end; at++) {
            words.add(word(text.substring(at, at + 2), Word.Kind.PAIR, at, at + 2));
        }
        words.add(word(text.substring(end - 1, end), Word.Kind.TAIL, end - 1, end));
    }

    private void segment(int start, int end) {
        if (Characters.marksAlone(folded.text(), start, end)) {
            return;
        }
        try {
            segments.setReader(new StringReader(folded.text().substring(start, end)));
            stream.reset();
            while (stream.incrementToken()) {
                take(term.toString(), type.type(), start + offset.startOffset(), start + offset.endOffset());
            }
            stream.end();
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeRun();
    }

    private void take(String term, String type, int start, int end) {
        if (CJKBigramFilter.DOUBLE_TYPE.equals(type)) {
            if (start != tailStart) {
                closeRun();
            }
            words.add(word(term, Word.Kind.PAIR, start, end));
            String last = term.substring(term.offsetByCodePoints(0, 1));
            tailStart = end - last.length();
            tail = word(last, Word.Kind.TAIL, tailStart, end);
            return;
        }
        closeRun();
        if (CJKBigramFilter.SINGLE_TYPE.equals(type)) {
            words.add(word(term, Word.Kind.SINGLE, start, end));
        } else if (EMOJI.equals(type)) {
            words.add(word(term, Word.Kind.PLAIN, start, end));
        } else {
            split(term, start);
        }
    }

    private void closeRun() {
        if (tail != null) {
            words.add(tail);
            tail = null;
            tailStart = -1;
        }
    }

    /** Into runs of digits and runs of other letters; what is neither parts them. */
    private void split(String term, int start) {
        int from = 0;
        int running = 0;
        for (int at = 0; at < term.length(); ) {
            int codePoint = term.codePointAt(at);
            int sort = sort(codePoint, running);
            if (sort != running) {
                addPart(term, from, at, running, start);
                from = at;
                running = sort;
            }
            at += Character.charCount(codePoint);
        }
        addPart(term, from, term.length(), running, start);
    }

    private void addPart(String term, int from, int to, int sort, int start) {
        if (sort != 0 && to > from) {
            words.add(word(term.substring(from, to), Word.Kind.PLAIN, start + from, start + to));
        }
    }

    /** 1 for a digit, 2 for a letter, 0 for what parts words; a mark belongs to what it stands on. */
    private static int sort(int codePoint, int running) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
            return running == 0 ? 2 : running;
        }
        if (Character.isDigit(codePoint)) {
            return 1;
        }
        return Character.isLetterOrDigit(codePoint) ? 2 : 0;
    }

    private Word word(String term, Word.Kind kind, int start, int end) {
        return new Word(term, kind, folded.origin(start), folded.origin(end));
    }
}
