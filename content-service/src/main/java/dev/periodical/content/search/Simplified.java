package dev.periodical.content.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters as simplified ones, by OpenCC's table, character by character: whatever stands for the same
 * simplified character is found by each other, and a text's length in characters stays.
 */
final class Simplified {

    /** In opencc4j's jar: a character, a tab, and one or more simplified ones, the usual one first. */
    private static final String TABLE = "/data/dictionary/TSCharacters.txt";

    private static final Map<Integer, Integer> BY_TRADITIONAL = read();

    /** The same without a look-up, for the characters that texts consist of. */
    private static final int[] USUAL = new int[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    static {
        Arrays.setAll(USUAL, codePoint -> BY_TRADITIONAL.getOrDefault(codePoint, codePoint));
    }

    private Simplified() {}

    static int of(int codePoint) {
        return codePoint < USUAL.length ? USUAL[codePoint] : BY_TRADITIONAL.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> read() {
        try (var in = Simplified.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("OpenCC's table is not on the class path: " + TABLE);
            }
            Map<Integer, Integer> table = new HashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        int blank = line.indexOf(line.indexOf('\t') < 0 ? ' ' : '\t');
                        if (blank > 0 && blank + 1 < line.length()) {
                            table.put(line.codePointAt(0), line.codePointAt(blank + 1));
                        }
                    });
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
