package dev.periodical.ingest.article;

import dev.periodical.ingest.frontmatter.DocumentText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Addresses of pictures as documents write them.
 *
 * <p>Blanks around an address and tabs and line ends within it go, as the URL standard says (4.4, basic URL parser).
 * Nothing else is changed unless there is a base: then a relative reference is resolved against it (RFC 3986, 5.2).
 *
 * @param base null where relative addresses stay as they are
 */
record Addresses(URI base) {

    /** The address, or null where there is none: empty, or a script. */
    String of(String written) {
        if (written == null) {
            return null;
        }
        String address = DocumentText.storable(written).strip();
        if (address.indexOf('\n') >= 0 || address.indexOf('\t') >= 0 || address.indexOf('\r') >= 0) {
            address = address.replaceAll("[\\t\\n\\r]", "");
        }
        if (address.isEmpty() || scripted(address)) {
            return null;
        }
        return base != null && relative(address) ? resolved(address) : address;
    }

    /** Candidates of a {@code srcset}, widest first (HTML, 4.8.4.2.1). */
    List<String> ofSrcset(String srcset) {
        List<Candidate> candidates = new ArrayList<>();
        int i = 0;
        while (srcset != null && i < srcset.length() && candidates.size() < 50) {
            while (i < srcset.length() && (Character.isWhitespace(srcset.charAt(i)) || srcset.charAt(i) == ',')) {
                i++;
            }
            int begin = i;
            while (i < srcset.length() && !Character.isWhitespace(srcset.charAt(i))) {
                i++;
            }
            String url = srcset.substring(begin, i);
            boolean ends = url.endsWith(",");
            int comma = ends ? i : srcset.indexOf(',', i);
            int end = comma < 0 ? srcset.length() : comma;
            String address = of(ends ? url.replaceAll(",++$", "") : url);
            if (address != null) {
                candidates.add(new Candidate(address, ends ? 1 : size(srcset.substring(i, end))));
            }
            i = end;
        }
        candidates.sort((a, b) -> Double.compare(b.size(), a.size()));
        return candidates.stream().map(Candidate::address).distinct().toList();
    }

    private record Candidate(String address, double size) {}

    private static double size(String descriptor) {
        String text = descriptor.strip();
        try {
            return text.length() < 2 || text.length() > 12
                    ? 1
                    : Double.parseDouble(text.substring(0, text.length() - 1));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Whether an address names neither scheme nor host. */
    static boolean relative(String address) {
        if (address.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return i < 2;
            }
            if (!(c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.'))) {
                return true;
            }
        }
        return true;
    }

    /** An absolute URL of the web, or null. */
    static URI web(String text) {
        if (text == null || text.length() > 4096 || !text.regionMatches(true, 0, "http", 0, 4)) {
            return null;
        }
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether an address looks like a picture's: its path ends as picture files do. */
    static boolean looksLikePicture(String address) {
        String path = address.toLowerCase(Locale.ROOT);
        int end = path.length();
        for (char c : new char[] {'?', '#', '!'}) {
            int mark = path.indexOf(c);
            end = mark > 0 ? Math.min(end, mark) : end;
        }
        String file = path.substring(0, end);
        return List.of(
                        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".svg", ".jfif", ".heic", ".tif",
                        ".tiff")
                .stream()
                .anyMatch(file::endsWith);
    }

    private String resolved(String address) {
        String readable = address.replace('\\', '/');
        StringBuilder legal = new StringBuilder();
        readable.codePoints().forEach(c -> {
            if (c <= ' ' || "\"<>^`{|}[]".indexOf(c) >= 0) {
                legal.append(String.format("%%%02X", c));
            } else {
                legal.appendCodePoint(c);
            }
        });
        try {
            return base.resolve(new URI(legal.toString())).toString();
        } catch (URISyntaxException e) {
            return address;
        }
    }

    private static boolean scripted(String address) {
        return address.regionMatches(true, 0, "javascript:", 0, 11)
                || address.regionMatches(true, 0, "vbscript:", 0, 9);
    }
}
