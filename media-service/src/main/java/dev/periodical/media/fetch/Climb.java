package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.media.frontier.Attempt;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.RoundFailure;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.plan.Rung;
import dev.periodical.media.poison.Suspicion;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How far one picture's turn has come: the rung it stands on, what failed below it, what was tried. Immutable. */
record Climb(ClaimedPicture picture, List<Rung> rungs, int at, RoundFailure failure, List<Attempt> attempts) {

    /** What another Referer may change. */
    private static final Set<FailureReason> REFERER_MATTERS = Set.of(
            FailureReason.FORBIDDEN,
            FailureReason.UNEXPECTED_STATUS,
            FailureReason.NOT_AN_IMAGE,
            FailureReason.PLACEHOLDER,
            FailureReason.TRACKING_PIXEL);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    static Climb begin(ClaimedPicture picture, Ladder ladder) {
        return begin(picture, ladder.rungs(picture.url(), picture.alternatives(), picture.page()));
    }

    static Climb begin(ClaimedPicture picture, List<Rung> rungs) {
        return new Climb(picture, rungs, picture.rung(), picture.failure(), List.of());
    }

    boolean overTheTop() {
        return at >= rungs.size();
    }

    Rung rung() {
        return rungs.get(at);
    }

    /** One rung further, past those that would only ask the same again. */
    Climb failed(FetchRefused refused, Instant began, Instant ended) {
        return higher(picture, refused.reason(), refused.getMessage(), attempt(refused, began, ended));
    }

    /** The same past a rung whose bytes are sound but suspect: they are kept, and something better is looked for. */
    Climb doubted(Download download, Suspicion suspicion, Instant began, Instant ended) {
        Attempt attempt = new Attempt(
                began,
                download.url(),
                rung().referer(),
                download.address(),
                download.status(),
                suspicion.reason(),
                suspicion.detail(),
                download.size(),
                millis(began, ended));
        return higher(picture.suspect(), suspicion.reason(), suspicion.detail(), attempt);
    }

    private Climb higher(ClaimedPicture then, FailureReason reason, String detail, Attempt attempt) {
        int next = at + 1;
        if (DataUrl.is(rung().url()) || !REFERER_MATTERS.contains(reason)) {
            while (next < rungs.size() && rungs.get(next).url().equals(rung().url())) {
                next++;
            }
        }
        RoundFailure soFar = failure == null
                ? RoundFailure.first(recorded(rung().url()), reason, recorded(detail))
                : failure.and(reason);
        return new Climb(then, rungs, next, soFar, with(attempt));
    }

    /** Up to the first rung of another host, past those that would have failed like this. */
    Climb passing(Ladder ladder, FetchRefused silence) {
        int next = at;
        while (next < rungs.size()) {
            String host = ladder.host(rungs.get(next));
            if (!host.isEmpty() && !host.equals(picture.host())) {
                break;
            }
            next++;
        }
        String first = recorded(rungs.get(Math.min(at, rungs.size() - 1)).url());
        RoundFailure soFar = failure == null
                ? RoundFailure.first(first, silence.reason(), recorded(silence.getMessage()))
                : failure.and(silence.reason());
        return new Climb(picture, rungs, next, soFar, attempts);
    }

    List<Attempt> succeeded(Download download, Instant began, Instant ended) {
        return with(new Attempt(
                began,
                download.url(),
                rung().referer(),
                download.address(),
                download.status(),
                null,
                null,
                download.size(),
                millis(began, ended)));
    }

    private Attempt attempt(FetchRefused refused, Instant began, Instant ended) {
        Route route = refused.route();
        return new Attempt(
                began,
                route == null ? recorded(rung().url()) : route.target().url(),
                rung().referer(),
                route == null ? null : route.addressText(),
                refused.status(),
                refused.reason(),
                recorded(refused.getMessage()),
                refused.bytes(),
                millis(began, ended));
    }

    /** What was refused may hold anything, also what no database and no header takes: controls are percent-encoded. */
    private static String recorded(String text) {
        return text == null
                ? null
                : CONTROL.matcher(DataUrl.is(text) ? DataUrl.shortened(text) : text)
                        .replaceAll(control ->
                                "%%%02X".formatted((int) control.group().charAt(0)));
    }

    private List<Attempt> with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return all;
    }

    private static int millis(Instant began, Instant ended) {
        return Math.toIntExact(ended.toEpochMilli() - began.toEpochMilli());
    }
}
