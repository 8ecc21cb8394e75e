package dev.periodical.outbound.guard;

import java.util.ArrayList;
import java.util.List;

/** IPv6 literals (RFC 4291, section 2.2), read without zone and written in the one form of RFC 5952. */
final class Ipv6 {

    private static final int GROUPS = 8;

    private Ipv6() {}

    static byte[] parse(String text) throws Refused {
        var gap = text.indexOf("::");
        if (gap < 0) {
            return join(groups(text, true), List.of(), 0);
        }
        var head = groups(text.substring(0, gap), false);
        var tail = groups(text.substring(gap + 2), true);
        var zeros = GROUPS - head.size() - tail.size();
        if (zeros < 1) {
            throw malformed();
        }
        return join(head, tail, zeros);
    }

    static String text(byte[] address) {
        var start = 0;
        var run = 1; // a single zero group is not shortened
        for (int i = 0; i < GROUPS; i++) {
            var zeros = 0;
            while (i + zeros < GROUPS && group(address, i + zeros) == 0) {
                zeros++;
            }
            if (zeros > run) {
                start = i;
                run = zeros;
            }
        }
        return run == 1
                ? groups(address, 0, GROUPS)
                : groups(address, 0, start) + "::" + groups(address, start + run, GROUPS);
    }

    /** @param last whether the address ends here, where four decimal parts may stand for two groups */
    private static List<Integer> groups(String text, boolean last) throws Refused {
        var groups = new ArrayList<Integer>();
        if (text.isEmpty()) {
            return groups;
        }
        var parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                var v4 = Ipv4.parse(parts[i]);
                groups.add((v4[0] & 0xff) << 8 | v4[1] & 0xff);
                groups.add((v4[2] & 0xff) << 8 | v4[3] & 0xff);
            } else {
                groups.add(group(parts[i]));
            }
        }
        return groups;
    }

    private static int group(String text) throws Refused {
        var hex = !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (!hex) {
            throw malformed();
        }
        return Integer.parseInt(text, 16);
    }

    private static byte[] join(List<Integer> head, List<Integer> tail, int zeros) throws Refused {
        if (head.size() + zeros + tail.size() != GROUPS) {
            throw malformed();
        }
        var groups = new ArrayList<>(head);
        for (int i = 0; i < zeros; i++) {
            groups.add(0);
        }
        groups.addAll(tail);
        var address = new byte[16];
        for (int i = 0; i < GROUPS; i++) {
            address[2 * i] = (byte) (groups.get(i) >> 8);
            address[2 * i + 1] = (byte) (int) groups.get(i);
        }
        return address;
    }

    private static int group(byte[] address, int i) {
        return (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
    }

    private static String groups(byte[] address, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(group(address, i)));
        }
        return text.toString();
    }

    private static Refused malformed() {
        return Refused.invalid("a malformed IPv6 address");
    }
}
