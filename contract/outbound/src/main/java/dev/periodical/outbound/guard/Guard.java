package dev.periodical.outbound.guard;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.guard.Verdict.Allowed;
import dev.periodical.outbound.guard.Verdict.Refusal;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Decides what may be fetched. Ask three times: for the URL, for its whole DNS answer, and again for each redirect hop.
 *
 * <p>Law: a host has one reading or none. Whatever two programs are known to read differently (short, octal or hex
 * addresses, user information, backslashes, escapes or controls in the host) is refused, not repaired. What is allowed
 * is put into one canonical form. Never throws, resolves nothing, keeps nothing: safe for any number of threads.
 */
public final class Guard {

    private final GuardPolicy policy;
    private final PublicAddresses addresses;

    /** @throws IllegalArgumentException when the policy denies something that is no address block */
    public Guard(GuardPolicy policy) {
        this.policy = policy;
        this.addresses = new PublicAddresses(policy.deniedBlocks(), policy.nat64());
    }

    /** Judges the URL by its text alone; a literal address is judged with it. */
    public Verdict check(String url) {
        try {
            return new Allowed(target(UrlParts.of(url)));
        } catch (Refused refused) {
            return refused.refusal();
        }
    }

    /** Empty when the address is public. */
    public Optional<Refusal> check(InetAddress address) {
        return addresses
                .objection(address.getAddress())
                .map(why -> notPublic(address.getHostAddress() + " is not public: " + why));
    }

    /**
     * Judges a whole DNS answer: refused if any one address is not public, for who mixes them is up to no good; refused
     * as an unknown host if there is none. Connect to one of these addresses, never to the name again.
     */
    public Optional<Refusal> checkAll(List<InetAddress> answer) {
        if (answer.isEmpty()) {
            return Optional.of(new Refusal(FailureReason.UNKNOWN_HOST, "the name has no address"));
        }
        return answer.stream().flatMap(address -> check(address).stream()).findFirst();
    }

    private Target target(UrlParts parts) throws Refused {
        var host = host(parts.host());
        var literal = host.indexOf(':') >= 0 || Ipv4.looksNumeric(host);
        refuseByPolicy(host, parts.port());
        return new Target(parts.scheme(), host, parts.port(), RequestTarget.of(parts.rest()), literal);
    }

    private String host(String written) throws Refused {
        if (written.startsWith("[")) {
            return literal(Ipv6.parse(written.substring(1, written.length() - 1)));
        }
        var name = HostName.toAscii(written);
        if (!Ipv4.looksNumeric(name)) {
            HostName.requirePublic(name);
            return name;
        }
        if (!HostName.isAscii(written)) {
            throw Refused.invalid("an address in other digits than ASCII's");
        }
        return literal(Ipv4.parse(name));
    }

    private String literal(byte[] written) throws Refused {
        var address = PublicAddresses.unmapped(written);
        var text = address.length == 4 ? Ipv4.text(address) : Ipv6.text(address);
        var objection = addresses.objection(address);
        if (objection.isPresent()) {
            throw new Refused(FailureReason.ADDRESS_NOT_PUBLIC, text + " is not public: " + objection.get());
        }
        return text;
    }

    private void refuseByPolicy(String host, int port) throws Refused {
        if (policy.deniedHosts().stream().anyMatch(suffix -> HostName.isWithin(host, suffix))) {
            throw new Refused(FailureReason.HOST_NOT_ALLOWED, "denied by the operator");
        }
        if (policy.ownHosts().contains(host)) {
            throw new Refused(FailureReason.HOST_NOT_ALLOWED, "this deployment's own name");
        }
        if (!policy.ports().contains(port)) {
            throw new Refused(FailureReason.PORT_NOT_ALLOWED, "port " + port);
        }
    }

    private static Refusal notPublic(String detail) {
        return new Refusal(FailureReason.ADDRESS_NOT_PUBLIC, detail);
    }
}
