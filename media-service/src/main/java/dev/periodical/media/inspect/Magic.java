package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names a format by its first bytes (WHATWG MIME Sniffing, section 6.1, and the formats' own standards). */
final class Magic {

    /** How many first bytes decide. */
    static final int LENGTH = 64;

    private Magic() {}

    /** The scan for what begins with these bytes, which are left as they were. */
    static Scan scan(ByteBuffer head, InspectPolicy policy) {
        var start = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return new PngScan(policy);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return new JpegScan(policy);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return new GifScan(policy);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return new WebpScan(policy);
        }
        if (start.startsWith("ftyp", 4)) {
            return iso(start, policy);
        }
        if (start.startsWith("BM")
                && start.length() > 15
                && BmpScan.isBitmapHeader(start.charAt(14) | start.charAt(15) << 8)) {
            return new BmpScan(policy);
        }
        if (start.startsWith("\0\0\1\0")) {
            return new IcoScan(policy);
        }
        return Markup.begins(start) ? new SvgScan() : nothing(describe(start));
    }

    /** By major brand, or by the first compatible brand that says more (ISO/IEC 23000-22 and 23008-12). */
    private static Scan iso(String start, InspectPolicy policy) {
        var boxEnd = Math.min(start.length(), start.charAt(2) << 8 | start.charAt(3));
        for (int at = 8; at + 4 <= boxEnd; at += at == 8 ? 8 : 4) {
            switch (start.substring(at, at + 4)) {
                case "avif", "avis" -> {
                    return new IsoScan(MediaFormat.AVIF, start.startsWith("avis", 8), policy);
                }
                case "heic", "heix", "heim", "heis", "hevc", "hevx" -> {
                    return new IsoScan(MediaFormat.HEIC, start.startsWith("hev", 8), policy);
                }
                default -> {}
            }
        }
        return nothing("a media file that is no still picture");
    }

    private static String describe(String start) {
        if (start.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (start.startsWith("\u001f\u008b")) {
            return "gzip";
        }
        var text = start.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t' || c == '\r' || c == '\n');
        var first = start.stripLeading();
        if (text && (first.startsWith("{") || first.startsWith("["))) {
            return "JSON";
        }
        return text ? "text" : "bytes of no known picture format";
    }

    private static Scan nothing(String what) {
        return new Nothing(new NoPicture(FailureReason.NOT_AN_IMAGE, what));
    }

    /** The scan of what is no picture. */
    private record Nothing(NoPicture why) implements Scan {

        @Override
        public void feed(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public Optional<NoPicture> refusal() {
            return Optional.of(why);
        }

        @Override
        public Finding finish() {
            return why;
        }
    }
}
