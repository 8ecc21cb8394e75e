package dev.periodical.content.reader;

import dev.periodical.events.FailureReason;

/** Why a picture is not there, in the reader's words. */
final class Reasons {

    private Reasons() {}

    /** A short sentence with the code behind it, so that a reader can quote it and an operator can find it. */
    static String text(String code, ReaderMessages words) {
        return words(FailureReason.ofCode(code), words) + " (" + code + ")";
    }

    private static String words(FailureReason reason, ReaderMessages words) {
        return switch (reason) {
            case INVALID_URL, SCHEME_NOT_ALLOWED, PORT_NOT_ALLOWED, CREDENTIALS_IN_URL -> words.addressUnusable();
            case HOST_NOT_ALLOWED, ADDRESS_NOT_PUBLIC -> words.addressNotPublic();
            case UNKNOWN_HOST -> words.hostGone();
            case CONNECTION_FAILED, TIMED_OUT, TLS_FAILED, TRUNCATED -> words.hostSilent();
            case RATE_LIMITED, SERVER_ERROR -> words.hostTroubled();
            case NOT_FOUND -> words.pictureGone();
            case FORBIDDEN -> words.hotLinkRefused();
            case UNEXPECTED_STATUS, TOO_MANY_REDIRECTS -> words.answerWrong();
            case TOO_LARGE, TOO_MANY_PIXELS -> words.tooLarge();
            case EMPTY, NOT_AN_IMAGE, DAMAGED -> words.notSound();
            case TRACKING_PIXEL -> words.trackingPixel();
            case PLACEHOLDER -> words.placeholder();
            case OTHER -> words.unknownReason();
        };
    }
}
