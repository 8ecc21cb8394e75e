package dev.periodical.outbound.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet: IPv4 minus its special blocks, and of IPv6 only global unicast
 * (2000::/3, RFC 4291) minus its own. The blocks are those of the IANA special-purpose registries (RFC 6890), refused
 * even where the registry calls them reachable: no picture lives there.
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8", "this network"),
            Block.of("10.0.0.0/8", "private use"),
            Block.of("100.64.0.0/10", "carrier-grade NAT"),
            Block.of("127.0.0.0/8", "loopback"),
            Block.of("168.63.129.16/32", "a cloud's platform services"),
            Block.of("169.254.0.0/16", "link-local, cloud metadata"),
            Block.of("172.16.0.0/12", "private use"),
            Block.of("192.0.0.0/24", "IETF protocol assignments"),
            Block.of("192.0.2.0/24", "documentation"),
            Block.of("192.31.196.0/24", "AS112"),
            Block.of("192.52.193.0/24", "AMT"),
            Block.of("192.88.99.0/24", "6to4 relay anycast"),
            Block.of("192.168.0.0/16", "private use"),
            Block.of("192.175.48.0/24", "AS112"),
            Block.of("198.18.0.0/15", "benchmarking"),
            Block.of("198.51.100.0/24", "documentation"),
            Block.of("203.0.113.0/24", "documentation"),
            Block.of("224.0.0.0/4", "multicast"),
            Block.of("240.0.0.0/4", "reserved, broadcast"),
            Block.of("2001::/23", "IETF protocol assignments"),
            Block.of("2001:db8::/32", "documentation"),
            Block.of("2002::/16", "6to4"),
            Block.of("2620:4f:8000::/48", "AS112"),
            Block.of("3fff::/20", "documentation"));

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3", "global unicast");
    private static final Block V4_MAPPED = Block.of("::ffff:0:0/96", "IPv4-mapped");
    private static final Block NAT64 = Block.of("64:ff9b::/96", "NAT64");

    private final List<Block> refused;
    private final boolean nat64;

    PublicAddresses(List<String> deniedBlocks, boolean nat64) {
        this.refused = Stream.concat(
                        SPECIAL.stream(), deniedBlocks.stream().map(cidr -> Block.of(cidr, "denied by the operator")))
                .toList();
        this.nat64 = nat64;
    }

    /** The IPv4 address an IPv4-mapped one stands for; any other address as it is. */
    static byte[] unmapped(byte[] address) {
        return V4_MAPPED.contains(address) ? last4(address) : address;
    }

    /** Why the address (4 or 16 bytes) is not public; empty when it is. */
    Optional<String> objection(byte[] given) {
        var address = unmapped(given);
        if (nat64 && NAT64.contains(address)) {
            address = last4(address);
        }
        if (address.length == 16) {
            if (!GLOBAL_UNICAST.contains(address)) {
                return Optional.of("outside global unicast");
            }
            if (isIsatap(address)) {
                return objection(last4(address)).map(why -> "ISATAP of " + why);
            }
        }
        for (Block block : refused) {
            if (block.contains(address)) {
                return Optional.of(block.name());
            }
        }
        return Optional.empty();
    }

    /** An interface identifier of RFC 5214, section 6.1: {@code [02]00:5efe} and an IPv4 address. */
    private static boolean isIsatap(byte[] address) {
        return (address[8] & ~2) == 0 && address[9] == 0 && address[10] == 0x5e && (address[11] & 0xff) == 0xfe;
    }

    private static byte[] last4(byte[] address) {
        return Arrays.copyOfRange(address, 12, 16);
    }
}
