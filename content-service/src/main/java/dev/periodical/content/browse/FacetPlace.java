package dev.periodical.content.browse;

import dev.periodical.content.article.Facet;
import dev.periodical.http.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The place behind a facet, as a page's {@code next} has it. */
final class FacetPlace {

    private FacetPlace() {}

    static String text(Facet last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.articles() + " " + last.name()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when this is no cursor of ours */
    static Facet of(String text) {
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
