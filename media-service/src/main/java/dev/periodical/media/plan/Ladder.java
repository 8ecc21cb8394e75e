package dev.periodical.media.plan;

import dev.periodical.media.unwrap.Candidate;
import dev.periodical.media.unwrap.Unwrapper;
import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All the ways to ask for a picture, the likeliest first. Alternatives (lazy attributes, enclosing links) come before the
 * address as written where they may be the larger original, behind it where they are a page or only a processed form of
 * it. For each address: the unwrapped origin with the Referer its host is known to want, without any (which is what a proxy
 * would have sent), with the article's own, with the origin's own, by https, without what tells a CDN to make it smaller;
 * then each outer wrapper; the address as written last.
 *
 * <p>Pure: the same picture has the same ladder until the configuration changes. At most {@link #LONGEST} rungs, and those of
 * the address as written are always among them.
 */
public final class Ladder {

    /** No picture is asked for in more ways than this. */
    public static final int LONGEST = 16;

    private static final List<String> PAGES = List.of("/", ".html", ".htm", ".shtml", ".php", ".asp", ".aspx", ".jsp");

    private final Unwrapper unwrapper;
    private final Guard guard;
    private final HostRules rules;
    private final Originals originals;

    /** With the built-in rules and table alone. */
    public Ladder(Unwrapper unwrapper, Guard guard) {
        this(unwrapper, guard, HostRules.standard(), Originals.standard());
    }

    public Ladder(Unwrapper unwrapper, Guard guard, HostRules rules, Originals originals) {
        this.unwrapper = unwrapper;
        this.guard = guard;
        this.rules = rules;
        this.originals = originals;
    }

    /**
     * @param url the address as written
     * @param alternatives other addresses of the same picture, best first
     * @param page the article's own address, or null
     * @return never empty, for the address as written is always a rung
     */
    public List<Rung> rungs(String url, List<String> alternatives, String page) {
        List<Candidate> written = unwrapper.unwrap(url);
        List<Rung> own = origins(absolute(written.get(0)), page);
        Set<Rung> better = new LinkedHashSet<>();
        Set<Rung> lesser = new LinkedHashSet<>();
        Set<Rung> wrappers = new LinkedHashSet<>();
        for (String alternative : alternatives) {
            List<Candidate> chain = unwrapper.unwrap(alternative);
            String origin = absolute(chain.get(0));
            (isLesser(origin, absolute(written.get(0))) ? lesser : better).addAll(origins(origin, page));
            wrappers(chain).forEach(wrappers::add);
        }
        List<Rung> last = wrappers(written);
        int room = LONGEST - own.size() - last.size();
        Set<Rung> rungs = new LinkedHashSet<>(better.stream().limit(room).toList());
        rungs.addAll(own);
        lesser.stream().filter(rung -> rungs.size() + last.size() < LONGEST).forEach(rungs::add);
        wrappers.stream().filter(rung -> rungs.size() + last.size() < LONGEST).forEach(rungs::add);
        rungs.removeAll(last);
        rungs.addAll(last);
        return List.copyOf(rungs);
    }

    /** The host whose turn a rung is; empty where the address has none that may be asked. */
    public String host(Rung rung) {
        return guard.check(rung.url()) instanceof Verdict.Allowed allowed
                ? allowed.target().host()
                : "";
    }

    private boolean isLesser(String origin, String written) {
        if (isPage(origin)) {
            return true;
        }
        return guard.check(origin) instanceof Verdict.Allowed allowed
                && originals
                        .of(origin, allowed.target().host())
                        .filter(written::equals)
                        .isPresent();
    }

    /** An enclosing link often leads to a page about the picture. */
    private static boolean isPage(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        String path = url.substring(0, end).toLowerCase(Locale.ROOT);
        return path.lastIndexOf('/') <= "https://".length() || PAGES.stream().anyMatch(path::endsWith);
    }

    private static List<Rung> wrappers(List<Candidate> chain) {
        return chain.stream()
                .skip(1)
                .map(wrapper -> new Rung(absolute(wrapper), null))
                .toList();
    }

    /** What a page leaves to its reader's scheme ({@code //host/path}) is asked for by https. */
    private static String absolute(Candidate candidate) {
        return candidate.url().startsWith("//") ? "https:" + candidate.url() : candidate.url();
    }

    private List<Rung> origins(String origin, String page) {
        Set<Rung> rungs = new LinkedHashSet<>();
        if (!(guard.check(origin) instanceof Verdict.Allowed allowed)) {
            return List.of(new Rung(origin, null));
        }
        String host = allowed.target().host();
        String wanted = rules.of(host).referer();
        if (wanted != null) {
            rungs.add(new Rung(origin, wanted));
        }
        rungs.add(new Rung(origin, null));
        if (page != null && guard.check(page) instanceof Verdict.Allowed article) {
            rungs.add(new Rung(origin, article.target().url()));
        }
        rungs.add(new Rung(
                origin, allowed.target().scheme() + "://" + allowed.target().authority() + "/"));
        if (origin.regionMatches(true, 0, "http://", 0, 7)) {
            rungs.add(new Rung("https://" + origin.substring(7), wanted));
        }
        originals.of(origin, host).ifPresent(original -> rungs.add(new Rung(original, wanted)));
        return new ArrayList<>(rungs);
    }
}
