package dev.periodical.outbound.guard;

import dev.periodical.events.FailureReason;
import java.net.IDN;
import java.util.List;
import java.util.Locale;

/**
 * Host names: to ASCII (UTS #46 in effect), then letters, digits, hyphens and underscores in labels of 1 to 63, 253 in
 * all (RFC 1123, RFC 1035), at least two labels, and none of the names that mean a machine of one's own.
 */
final class HostName {

    /** Top-level and special names that are never on the public Internet (RFC 6761, 6762, 7686, 8375 and practice). */
    private static final List<String> PRIVATE_SUFFIXES = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "svc",
            "onion",
            "i2p",
            "home.arpa",
            "in-addr.arpa",
            "ip6.arpa",
            "invalid");

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private HostName() {}

    /**
     * The name in ASCII and lower case without its one trailing dot; syntax only.
     *
     * <p>The JDK's IDN is IDNA 2003. Where UTS #46 (what browsers do) maps a character differently, the two would reach
     * different hosts: such names are refused rather than guessed.
     */
    static String toAscii(String written) throws Refused {
        if (written.length() > 2 * MAX_LENGTH || written.chars().anyMatch(HostName::isDeviation)) {
            throw Refused.invalid("a host name that is too long, or that readers map differently");
        }
        var ascii = isAscii(written) ? written : idn(written);
        ascii = ascii.toLowerCase(Locale.ROOT);
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (ascii.length() > MAX_LENGTH) {
            throw Refused.invalid("a host name of more than 253 characters");
        }
        for (var label : ascii.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || !label.chars().allMatch(HostName::isLabelCharacter)) {
                throw Refused.invalid("a host name with a malformed label");
            }
        }
        return ascii;
    }

    /** Refuses names that cannot be on the public Internet, whatever a resolver would say. */
    static void requirePublic(String ascii) throws Refused {
        if (ascii.indexOf('.') < 0) {
            throw new Refused(FailureReason.HOST_NOT_ALLOWED, "a host name of one label");
        }
        var top = ascii.charAt(ascii.lastIndexOf('.') + 1);
        if (top < 'a' || top > 'z') {
            throw Refused.invalid("a top-level name that begins with no letter");
        }
        for (var suffix : PRIVATE_SUFFIXES) {
            if (isWithin(ascii, suffix)) {
                throw new Refused(FailureReason.HOST_NOT_ALLOWED, "a name below ." + suffix);
            }
        }
    }

    static boolean isWithin(String host, String suffix) {
        return host.equals(suffix)
                || host.length() > suffix.length()
                        && host.endsWith(suffix)
                        && host.charAt(host.length() - suffix.length() - 1) == '.';
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String idn(String written) throws Refused {
        try {
            return IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refused.invalid("a host name that has no ASCII form");
        }
    }

    /** ß, ς, and the zero-width joiners: the deviation characters of UTS #46, section 4; and capital ß, mapped to one. */
    private static boolean isDeviation(int c) {
        return c == 0xDF || c == 0x1E9E || c == 0x3C2 || c == 0x200C || c == 0x200D;
    }

    private static boolean isLabelCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
