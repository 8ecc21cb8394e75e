package dev.periodical.outbound.guard;

import java.util.StringJoiner;

/** IPv4 literals: exactly four decimal parts without leading zeros (RFC 6943, section 3.1.1, the strict form). */
final class Ipv4 {

    private Ipv4() {}

    /**
     * Whether a reader somewhere would take the host for an IPv4 address: the WHATWG URL Standard's "ends in a number"
     * check. Such a host is either canonical or refused, so that no two readers see two addresses in it.
     */
    static boolean looksNumeric(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty()
                && (last.chars().allMatch(Ipv4::isDigit)
                        || last.startsWith("0x") && last.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0));
    }

    static byte[] parse(String text) throws Refused {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw notCanonical();
        }
        var address = new byte[4];
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) part(parts[i]);
        }
        return address;
    }

    static String text(byte[] address) {
        var parts = new StringJoiner(".");
        for (byte part : address) {
            parts.add(Integer.toString(part & 0xff));
        }
        return parts.toString();
    }

    private static int part(String text) throws Refused {
        var canonical = !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(Ipv4::isDigit)
                && (text.length() == 1 || text.charAt(0) != '0');
        if (!canonical || Integer.parseInt(text) > 255) {
            throw notCanonical();
        }
        return Integer.parseInt(text);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Refused notCanonical() {
        return Refused.invalid("a numeric host that is not a canonical IPv4 address");
    }
}
