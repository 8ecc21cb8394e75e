package dev.periodical.outbound;

import dev.periodical.outbound.guard.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** Redirects (RFC 9110, 15.4), followed by hand so that each hop is judged. */
public final class Redirect {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private Redirect() {}

    public static boolean is(int status) {
        return STATUSES.contains(status);
    }

    /** The absolute form of a {@code Location} (RFC 3986, 5.2.2); what is odd about it is left for the guard to judge. */
    public static String resolve(Target from, String location) {
        String to = location.strip();
        if (SCHEME.matcher(to).lookingAt()) {
            return to;
        }
        if (to.startsWith("//")) {
            return from.scheme() + ":" + to;
        }
        return from.scheme() + "://" + from.authority() + onSameHost(from.pathAndQuery(), to);
    }

    private static String onSameHost(String base, String to) {
        String path = base.split("\\?", 2)[0];
        if (to.isEmpty() || to.startsWith("#")) {
            return base + to;
        }
        if (to.startsWith("?")) {
            return path + to;
        }
        int end = 0;
        while (end < to.length() && to.charAt(end) != '?' && to.charAt(end) != '#') {
            end++;
        }
        String folder = to.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1);
        return withoutDots(folder + to.substring(0, end)) + to.substring(end);
    }

    /** Without the segments {@code .} and {@code ..} (RFC 3986, 5.2.4); nothing leads above the root. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            boolean dots = up || segments[i].equals(".");
            if (up) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
