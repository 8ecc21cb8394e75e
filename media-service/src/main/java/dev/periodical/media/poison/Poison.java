package dev.periodical.media.poison;

import dev.periodical.events.FailureReason;
import dev.periodical.events.Sha256;
import dev.periodical.media.frontier.Sightings;
import dev.periodical.media.frontier.Sightings.Sighting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Judges pictures before they are settled: known notices by bytes and by look, blanks, hosts that make pictures up, and the
 * sign that needs no knowledge: a host that gives the same bytes for many addresses.
 *
 * <p>The rule of that sign: addresses count once without their query and fragment, for the same file is written with many; a
 * picture of at most {@code icon-side} pixels in both directions never counts, for icons and emoji repeat rightly; handed-in
 * pictures never count, for somebody vouched for them. From the {@code repeats}-th address on each is suspect, and so are
 * those before.
 */
@ApplicationScoped
public class Poison {

    private final PoisonConfig config;
    private final KnownNotices notices;
    private final Sightings sightings;

    Poison(PoisonConfig config, KnownNotices notices, Sightings sightings) {
        this.config = config;
        this.notices = notices;
        this.sightings = sightings;
    }

    /** @return empty for a sound picture; fails with {@link dev.periodical.events.kafka.TransientFailure} */
    public Uni<Optional<Suspicion>> judge(Sample sample) {
        Optional<Suspicion> sign = Signs.placeholder(
                        sample, config.placeholderHosts().orElse(List.of()))
                .or(() -> notices.among(sample))
                .or(() -> Signs.blank(sample));
        return sign.isPresent() ? Uni.createFrom().item(sign) : repeated(sample);
    }

    private Uni<Optional<Suspicion>> repeated(Sample sample) {
        if (config.repeats() < 1 || sample.within(config.iconSide())) {
            return Uni.createFrom().item(Optional.empty());
        }
        String address = Sha256.hex(withoutQuery(sample.origin()));
        return sightings
                .seen(new Sighting(sample.mediaId(), sample.host(), address, config.repeats()))
                .map(count -> count < config.repeats()
                        ? Optional.empty()
                        : Optional.of(new Suspicion(
                                FailureReason.PLACEHOLDER,
                                "the same bytes at " + count + " addresses or more of " + sample.host(),
                                true)));
    }

    private static String withoutQuery(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return url.substring(0, end);
    }
}
