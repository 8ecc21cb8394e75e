package dev.periodical.media.plan;

import dev.periodical.media.guard.Guard;
import dev.periodical.media.guard.Verdict;
import dev.periodical.media.unwrap.Candidate;
import dev.periodical.media.unwrap.Unwrapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All the ways to ask for a picture, the likeliest first: for each of its addresses the unwrapped origin without Referer
 * (which is what a proxy would have sent), with the article's own, with the origin's own, by https; then each outer wrapper;
 * the address as written last.
 *
 * <p>Pure: the same picture has the same ladder until the configuration changes. At most {@link #LONGEST} rungs.
 */
public final class Ladder {

    /** No picture is asked for in more ways than this. */
    public static final int LONGEST = 16;

    private final Unwrapper unwrapper;
    private final Guard guard;

    public Ladder(Unwrapper unwrapper, Guard guard) {
        this.unwrapper = unwrapper;
        this.guard = guard;
    }

    /**
     * @param url the address as written
     * @param alternatives other addresses of the same picture, best first
     * @param page the article's own address, or null
     * @return never empty, for the address as written is always a rung
     */
    public List<Rung> rungs(String url, List<String> alternatives, String page) {
        Set<Rung> origins = new LinkedHashSet<>();
        Set<Rung> wrappers = new LinkedHashSet<>();
        for (String address : addresses(url, alternatives)) {
            List<Candidate> chain = unwrapper.unwrap(address);
            origins(absolute(chain.get(0)), page).forEach(origins::add);
            chain.stream()
                    .skip(1)
                    .map(wrapper -> new Rung(absolute(wrapper), null))
                    .forEach(wrappers::add);
        }
        origins.addAll(wrappers);
        return origins.stream().limit(LONGEST).toList();
    }

    /** The host whose turn a rung is; empty where the address has none that may be asked. */
    public String host(Rung rung) {
        return guard.check(rung.url()) instanceof Verdict.Allowed allowed
                ? allowed.target().host()
                : "";
    }

    /** What a page leaves to its reader's scheme ({@code //host/path}) is asked for by https. */
    private static String absolute(Candidate candidate) {
        return candidate.url().startsWith("//") ? "https:" + candidate.url() : candidate.url();
    }

    private static List<String> addresses(String url, List<String> alternatives) {
        List<String> addresses = new ArrayList<>(alternatives);
        addresses.add(url);
        return addresses;
    }

    private List<Rung> origins(String origin, String page) {
        List<Rung> rungs = new ArrayList<>();
        rungs.add(new Rung(origin, null));
        if (page != null && guard.check(page) instanceof Verdict.Allowed allowed) {
            rungs.add(new Rung(origin, allowed.target().url()));
        }
        if (guard.check(origin) instanceof Verdict.Allowed allowed) {
            String home = allowed.target().scheme() + "://" + allowed.target().authority() + "/";
            rungs.add(new Rung(origin, home));
        }
        if (origin.regionMatches(true, 0, "http://", 0, 7)) {
            rungs.add(new Rung("https://" + origin.substring(7), null));
        }
        return rungs;
    }
}
