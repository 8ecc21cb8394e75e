package dev.periodical.ingest.frontmatter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes to text, and text to the text that is read: what Hexo's file layer does, and what a database needs.
 *
 * <p>The order of character sets is UTF-8 (or the Unicode form that a byte order mark names), the declared one, GB18030;
 * each is taken only if every byte fits it. The byte order mark goes, CRs before an LF go, U+0000 goes, half a surrogate
 * pair becomes U+FFFD. A lone CR is a line end only in a document that has no other; elsewhere it is a character, and
 * stays.
 */
public final class DocumentText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private DocumentText() {}

    /** What became of the bytes. */
    public sealed interface Decoded permits Text, NotText {}

    /**
     * Text, ready to be read.
     *
     * @param text without byte order mark, U+0000 and lone surrogates; line ends are LF
     * @param notices what was changed beyond line ends and the byte order mark
     */
    public record Text(String text, List<Notice> notices) implements Decoded {}

    /**
     * Bytes that are no text: a picture, an archive, an unknown character set. A door answers 415.
     *
     * @param reason one line for people
     */
    public record NotText(String reason) implements Decoded {}

    /**
     * Reads bytes as text.
     *
     * @param declaredCharset the sender's word for the character set, null where it said none; an unknown name is ignored
     */
    public static Decoded decode(byte[] bytes, String declaredCharset) {
        String text = strictly(byMark(bytes), bytes);
        String guessed = null;
        if (text == null) {
            text = strictly(charset(declaredCharset), bytes);
        }
        if (text == null && !holdsNul(bytes)) {
            text = strictly(GB18030, bytes);
            guessed = "GB18030";
        }
        if (text == null) {
            return new NotText("the bytes are neither UTF-8 nor the declared character set nor GB18030");
        }
        if (mostlyControls(text)) {
            return new NotText("more than a tenth of the characters are control characters");
        }
        Text clean = clean(text);
        if (guessed == null) {
            return clean;
        }
        List<Notice> notices = new ArrayList<>(clean.notices());
        notices.add(Notice.of("charset-guessed", "the text is not UTF-8; it was read as " + guessed));
        return new Text(clean.text(), List.copyOf(notices));
    }

    /** Cleans text that came as text; cleaning twice changes nothing. */
    public static Text clean(String written) {
        List<Notice> notices = new ArrayList<>();
        int nul = written.indexOf('\0');
        if (nul >= 0) {
            notices.add(at(written, nul, "nul-dropped", "U+0000 was dropped"));
        }
        int half = loneSurrogate(written);
        if (half >= 0) {
            notices.add(at(written, half, "lone-surrogate", "half a surrogate pair was read as U+FFFD"));
        }
        // What is dropped goes first: only then it is plain which CR stands before an LF, and which mark begins the
        // text.
        String text = storable(written);
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\uFEFF') {
            begin++;
        }
        return new Text(lineFeeds(text.substring(begin)), List.copyOf(notices));
    }

    private static String lineFeeds(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        if (text.indexOf('\n') < 0) {
            return text.replace('\r', '\n');
        }
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int end = lines.length();
            while (text.charAt(i) == '\n' && end > 0 && lines.charAt(end - 1) == '\r') {
                end--;
            }
            lines.setLength(end);
            lines.append(text.charAt(i));
        }
        return lines.toString();
    }

    /** Text that a database can hold: without U+0000, and with U+FFFD for half a surrogate pair. */
    public static String storable(String text) {
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return loneSurrogate(whole) < 0 ? whole : mended(whole);
    }

    private static Charset byMark(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static Charset charset(String name) {
        try {
            return name == null ? null : Charset.forName(name.trim());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String strictly(Charset charset, byte[] bytes) {
        if (charset == null) {
            return null;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean holdsNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean mostlyControls(String text) {
        long controls =
                text.chars().filter(c -> c < 0x20 && (c < '\t' || c > '\r')).count();
        return controls * 10 > text.length();
    }

    private static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static Notice at(String text, int index, String code, String message) {
        int line = (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
        return new Notice(code, message, line, index - text.lastIndexOf('\n', index - 1));
    }
}
