package dev.periodical.media.unwrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, section 2.1) over octets, so that URLs in GBK or Big5 survive as they were. */
final class Percent {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** One layer less; what is no valid escape stays. */
    static String decode(String text) {
        var octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (c == '%' && isEscape(text, i)) {
                octets.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 3;
            } else {
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return url(octets.toByteArray());
    }

    /**
     * A URL from its octets: host as text, spaces and non-ASCII octets after it as escapes. Nothing else is escaped: a
     * control character must stay one, for the guard to see.
     */
    static String url(byte[] octets) {
        var latin = new String(octets, StandardCharsets.ISO_8859_1);
        var authority = Embedded.afterScheme(latin);
        var rest = authority < 0 ? 0 : Link.endOfAuthority(latin, authority, latin.length());
        var url = new StringBuilder(latin.length() + 16);
        url.append(new String(octets, 0, rest, StandardCharsets.UTF_8));
        for (int i = rest; i < latin.length(); i++) {
            var c = latin.charAt(i);
            if (c == ' ' || c >= 0x80) {
                url.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                url.append(c);
            }
        }
        return url.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
