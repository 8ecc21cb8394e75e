package dev.periodical.content.browse;

import dev.periodical.content.article.Facet;
import dev.periodical.http.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A page of facets, as answered; {@code next} is the place of its last one. */
record FacetPage(List<Object> items, String next) {

    static FacetPage of(List<Facet> rows, int limit, Function<Facet, Object> view) {
        boolean more = rows.size() > limit;
        List<Facet> shown = more ? rows.subList(0, limit) : rows;
        return new FacetPage(shown.stream().map(view).toList(), more ? text(shown.get(shown.size() - 1)) : null);
    }

    private static String text(Facet last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.articles() + " " + last.name()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when this is no cursor of ours */
    static Facet place(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int blank = decoded.indexOf(' ');
            if (decoded.indexOf('\0') < 0) {
                return new Facet(decoded.substring(blank + 1), Long.parseLong(decoded, 0, Math.max(0, blank), 10));
            }
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        throw foreign();
    }

    private static RuntimeException foreign() {
        return Problems.badParameter("after", "not a cursor that a page's 'next' gave");
    }
}
