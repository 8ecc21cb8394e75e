package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.Sha256;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.inspect.Inspection;
import dev.periodical.outbound.FetchRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/**
 * Addresses that hold the bytes themselves (RFC 2397). They travel in the event, up to 1 MiB, and take the way of all fetched
 * bytes; whatever type they declare, the bytes say what they are.
 */
final class DataUrl {

    private static final String SCHEME = "data:";
    private static final int SHORT = 100;

    private DataUrl() {}

    static boolean is(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Enough of it to know it by. */
    static String shortened(String url) {
        return url.length() > SHORT ? url.substring(0, SHORT) + "…" : url;
    }

    /** Blocking.
     * @throws FetchRefused where it holds no picture */
    static Download unpack(String url, Path file, InspectPolicy policy) {
        byte[] bytes = bytes(url);
        try {
            Finding finding = Inspection.whole(new ByteArrayInputStream(bytes), policy);
            if (finding instanceof Finding.NoPicture no) {
                throw new FetchRefused(no.reason(), no.detail(), null, bytes.length);
            }
            Files.write(file, bytes);
            String head = shortened(url.substring(0, url.indexOf(',')));
            return new Download(head, null, null, file, bytes.length, Sha256.hex(bytes), (Finding.Picture) finding);
        } catch (IOException full) {
            throw new TransientFailure("bytes under way can't be written", full);
        }
    }

    private static byte[] bytes(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw new FetchRefused(FailureReason.DAMAGED, "a data URL without a comma");
        }
        byte[] raw = unescaped(url.substring(comma + 1));
        if (!url.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            return raw;
        }
        try {
            return Base64.getMimeDecoder().decode(raw);
        } catch (IllegalArgumentException broken) {
            throw new FetchRefused(FailureReason.DAMAGED, "broken base64: " + broken.getMessage());
        }
    }

    /** An escape that is none stands for itself, as in browsers. */
    private static byte[] unescaped(String text) {
        byte[] escaped = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length);
        for (int i = 0; i < escaped.length; i++) {
            int high = escaped[i] == '%' && i + 2 < escaped.length ? Character.digit(escaped[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(escaped[i + 2], 16);
            if (low < 0) {
                bytes.write(escaped[i]);
            } else {
                bytes.write(high << 4 | low);
                i += 2;
            }
        }
        return bytes.toByteArray();
    }
}
