package dev.periodical.outbound.guard;

import java.util.HexFormat;

/**
 * A run of addresses that share their first bits (CIDR, RFC 4632).
 *
 * @param prefix 4 or 16 bytes
 * @param length how many leading bits count
 * @param name what lives there, for people
 */
record Block(byte[] prefix, int length, String name) {

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
     *
     * @throws IllegalArgumentException when it is no block: an error of configuration, told at start
     */
    static Block of(String cidr, String name) {
        var slash = cidr.indexOf('/');
        var address = slash < 0 ? cidr : cidr.substring(0, slash);
        try {
            var prefix = address.indexOf(':') < 0 ? Ipv4.parse(address) : Ipv6.parse(address);
            var length = slash < 0 ? prefix.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            if (length < 0 || length > prefix.length * 8) {
                throw new IllegalArgumentException("not an address block: " + cidr);
            }
            return new Block(prefix, length, name);
        } catch (Refused | NumberFormatException e) {
            throw new IllegalArgumentException("not an address block: " + cidr, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit += 8) {
            var mask = 0xff << Math.max(0, 8 - (length - bit));
            if (((address[bit / 8] ^ prefix[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name + " " + HexFormat.of().formatHex(prefix) + "/" + length;
    }
}
