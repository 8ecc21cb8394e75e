package dev.periodical.outbound.guard;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Path and query as they go over the wire: what the WHATWG URL Standard percent-encodes, encoded as UTF-8; a backslash
 * in the path becomes a slash; valid escapes stay; a stray {@code %} becomes {@code %25}; the fragment is dropped.
 */
final class RequestTarget {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ENCODED_IN_PATH = " \"<>^`{}";
    private static final String ENCODED_IN_QUERY = " \"<>'";

    private RequestTarget() {}

    /** From what follows the authority; control characters have been refused before. */
    static String of(String rest) {
        var fragment = rest.indexOf('#');
        var written = fragment < 0 ? rest : rest.substring(0, fragment);
        var target = new StringBuilder(written.length() + 16);
        if (!written.startsWith("/")) {
            target.append('/');
        }
        var inQuery = false;
        for (int i = 0; i < written.length(); ) {
            var c = written.codePointAt(i);
            inQuery |= c == '?';
            if (c == '\\' && !inQuery) {
                target.append('/');
            } else if (c == '%' && !isEscape(written, i)) {
                target.append("%25");
            } else if (c >= 0x7f || (inQuery ? ENCODED_IN_QUERY : ENCODED_IN_PATH).indexOf(c) >= 0) {
                encode(target, c);
            } else {
                target.append((char) c);
            }
            i += Character.charCount(c);
        }
        return target.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static void encode(StringBuilder target, int codePoint) {
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            target.append('%').append(HEX.toHexDigits(octet));
        }
    }
}
