package dev.periodical.media.desk;

import dev.periodical.desk.Bytes;
import dev.periodical.desk.HourChart;
import dev.periodical.desk.ShownTime;
import dev.periodical.events.FailureReason;
import dev.periodical.media.frontier.HostView;
import dev.periodical.media.frontier.PictureState;
import dev.periodical.media.frontier.PictureView;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The frontier's figures as the page shows them.
 *
 * @param size of what the store holds, null while it is not known
 * @param reasons of what could not be had, the most frequent first
 * @param hosts the same by host and reason
 */
record PicturesPart(
        long stored,
        long waiting,
        long suspect,
        long failed,
        long refused,
        String size,
        HourChart settled,
        List<Reason> reasons,
        List<Host> hosts,
        List<Lost> latest,
        List<Resting> resting) {

    /** @param words for a human eye */
    record Reason(String code, String words, long pictures) {}

    record Host(String name, String code, String words, long pictures) {}

    /** @param source an address that may be followed, null for others */
    record Lost(String ref, String url, String source, String host, String code, String words, ShownTime planned) {}

    record Resting(String name, ShownTime until, String code, String words, long waiting, int failures) {}

    /** @return null while the database does not answer */
    static PicturesPart of(MediaFigures figures, HourChart settled, MediaMessages words, ZoneId zone) {
        if (figures.frontier() == null || figures.latest() == null || figures.resting() == null) {
            return null;
        }
        Map<String, Long> states = figures.frontier().states();
        return new PicturesPart(
                count(states, PictureState.STORED),
                count(states, PictureState.WAITING),
                count(states, PictureState.SUSPECT),
                count(states, PictureState.FAILED),
                count(states, PictureState.REFUSED),
                figures.kept() == null ? null : Bytes.shown(figures.kept().bytes()),
                settled,
                figures.frontier().reasons().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(reason -> new Reason(reason.getKey(), said(reason.getKey(), words), reason.getValue()))
                        .toList(),
                figures.frontier().lost().stream()
                        .map(lost -> new Host(lost.host(), lost.reason(), said(lost.reason(), words), lost.pictures()))
                        .toList(),
                figures.latest().stream()
                        .map(picture -> lost(picture, words, zone))
                        .toList(),
                figures.resting().stream()
                        .map(host -> resting(host, words, zone))
                        .toList());
    }

    private static Lost lost(PictureView picture, MediaMessages words, ZoneId zone) {
        return new Lost(
                picture.ref(),
                picture.url(),
                picture.url().matches("(?i)https?://.*") ? picture.url() : null,
                picture.host(),
                picture.reason(),
                said(picture.reason(), words),
                ShownTime.of(picture.plannedAt(), zone));
    }

    private static Resting resting(HostView host, MediaMessages words, ZoneId zone) {
        return new Resting(
                host.name(),
                ShownTime.of(host.restedUntil(), zone),
                host.reason(),
                host.reason() == null ? "" : said(host.reason(), words),
                host.waiting(),
                host.failures());
    }

    private static long count(Map<String, Long> states, PictureState state) {
        return states.getOrDefault(state.code(), 0L);
    }

    private static String said(String code, MediaMessages words) {
        return switch (FailureReason.ofCode(code)) {
            case INVALID_URL, SCHEME_NOT_ALLOWED, PORT_NOT_ALLOWED, CREDENTIALS_IN_URL -> words.badAddress();
            case HOST_NOT_ALLOWED, ADDRESS_NOT_PUBLIC -> words.notPublic();
            case UNKNOWN_HOST -> words.unknownHost();
            case CONNECTION_FAILED, TIMED_OUT, TLS_FAILED, TRUNCATED -> words.noConnection();
            case RATE_LIMITED, SERVER_ERROR -> words.hostInTrouble();
            case NOT_FOUND -> words.notFound();
            case FORBIDDEN -> words.forbidden();
            case UNEXPECTED_STATUS, TOO_MANY_REDIRECTS -> words.oddAnswer();
            case TOO_LARGE, TOO_MANY_PIXELS -> words.tooLarge();
            case EMPTY, NOT_AN_IMAGE, DAMAGED -> words.noPicture();
            case TRACKING_PIXEL -> words.trackingPixel();
            case PLACEHOLDER -> words.placeholder();
            case OTHER -> words.other();
        };
    }
}
