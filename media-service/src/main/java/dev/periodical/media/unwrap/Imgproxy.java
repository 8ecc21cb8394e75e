package dev.periodical.media.unwrap;

import java.util.Optional;

/**
 * imgproxy, on whatever host: {@code /signature/option:value/plain/URL[@extension]}, or the URL as base64, perhaps cut
 * into several segments, with an extension after a dot. The query is the proxy's own.
 */
record Imgproxy(String name) implements Family {

    private static final String PLAIN = "/plain/";

    @Override
    public Optional<String> target(Link link) {
        var plain = link.path().indexOf(PLAIN);
        if (plain >= 0) {
            return Embedded.absolute(withoutFormat(Tail.mended(link.path().substring(plain + PLAIN.length()))));
        }
        var start = link.path().indexOf("/" + Encoding.BASE64_HTTP);
        if (start < 0 || !hasOptions(link.path().substring(0, start))) {
            return Optional.empty();
        }
        var source = link.path().substring(start);
        var dot = source.indexOf('.');
        return Encoding.BASE64.read((dot < 0 ? source : source.substring(0, dot)).replace("/", ""), link);
    }

    private static boolean hasOptions(String before) {
        return before.indexOf(':') >= 0 || before.startsWith("/unsafe") || before.startsWith("/insecure");
    }

    private static String withoutFormat(String source) {
        var at = source.lastIndexOf('@');
        var format = source.substring(at + 1);
        var isFormat =
                at > 0 && !format.isEmpty() && format.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        return isFormat ? source.substring(0, at) : source;
    }
}
