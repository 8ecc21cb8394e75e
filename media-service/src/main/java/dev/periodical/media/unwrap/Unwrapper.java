package dev.periodical.media.unwrap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * From an image URL as written, every URL worth trying: the origin, then each wrapper around it from the inside out, the
 * URL as written last. A URL that no family knows is its own and only candidate.
 *
 * <p>Laws: the origin of an origin is itself; never throws; takes time linear in the URL; a target that the guard refuses
 * comes out as refused as it went in. Wrappers more than {@value #MAX_DEPTH} deep are nobody's picture: such a URL stays
 * whole, for half an unwrapping would be no origin.
 */
public final class Unwrapper {

    static final int MAX_DEPTH = 5;

    private final List<Family> families;

    /** The standard families, and before them the given ones. */
    public Unwrapper(List<FamilyRule> extra) {
        families = new ArrayList<>(extra);
        families.addAll(StandardFamilies.ALL);
    }

    public static Unwrapper standard() {
        return new Unwrapper(List.of());
    }

    /** @return at least one candidate: origin first, the URL as written last */
    public List<Candidate> unwrap(String urlAsWritten) {
        var asWritten = new Candidate(urlAsWritten, null);
        Deque<Candidate> chain = new ArrayDeque<>(List.of(asWritten));
        for (var inner = within(asWritten); inner.isPresent(); inner = within(chain.getFirst())) {
            if (chain.size() > MAX_DEPTH) {
                return List.of(asWritten);
            }
            chain.addFirst(inner.get());
        }
        return List.copyOf(chain);
    }

    private Optional<Candidate> within(Candidate wrapper) {
        return Link.of(wrapper.url()).flatMap(this::unwrapOnce);
    }

    /** First match wins; a family that knows the link and keeps it ends the search. */
    private Optional<Candidate> unwrapOnce(Link link) {
        for (var family : families) {
            var target = family.target(link);
            if (target.isPresent()) {
                return target.filter(url -> !url.equals(link.written())).map(url -> new Candidate(url, family.name()));
            }
        }
        return Optional.empty();
    }
}
