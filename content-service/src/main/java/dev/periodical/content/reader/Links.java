package dev.periodical.content.reader;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses within the reader, and what of others it leads to. */
final class Links {

    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Links() {}

    /** The address where it is one of the web, else null: a link is followed by people. */
    static String web(String address) {
        return address != null && WEB.matcher(address).matches() ? address : null;
    }

    static String category(List<String> levels) {
        return "/category/" + levels.stream().map(Links::segment).collect(Collectors.joining("/"));
    }

    static String author(String name) {
        return "/author/" + segment(name);
    }

    static String tag(String name) {
        return "/tag/" + segment(name);
    }

    /** RFC 3986: percent-encoded, a space too. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
