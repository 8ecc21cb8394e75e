package dev.periodical.outbound;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.Target;
import dev.periodical.outbound.guard.Verdict;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * From a URL to the one address that may be connected to: syntax judged, name resolved once, the whole answer judged. Asked
 * anew for each redirect.
 */
public final class Router {

    private static final Duration DNS_PATIENCE = Duration.ofSeconds(10);

    private final Guard guard;
    private final HostResolver resolver;
    private final ConnectTo connectTo;

    public Router(Guard guard, HostResolver resolver, ConnectTo connectTo) {
        this.guard = guard;
        this.resolver = resolver;
        this.connectTo = connectTo;
    }

    /** @return fails with {@link FetchRefused} */
    public Uni<Route> route(String url) {
        Verdict verdict = guard.check(url);
        if (verdict instanceof Verdict.Refusal refusal) {
            return refuse(refusal);
        }
        Target target = ((Verdict.Allowed) verdict).target();
        return connectTo
                .detour(target)
                .map(detour -> Uni.createFrom().item(new Route(target, detour)))
                .orElseGet(() -> target.literal() ? judged(target, List.of(literal(target))) : resolved(target));
    }

    /** Asks nobody: a literal in canonical form is read, not looked up. */
    private static InetAddress literal(Target target) {
        try {
            return InetAddress.getByName(target.host());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the guard allowed a literal that is none", e);
        }
    }

    private Uni<Route> resolved(Target target) {
        return resolver.resolve(target.host())
                .ifNoItem()
                .after(DNS_PATIENCE)
                .failWith(() -> new FetchRefused(FailureReason.UNKNOWN_HOST, "the resolver does not answer"))
                .chain(answer -> judged(target, answer));
    }

    private Uni<Route> judged(Target target, List<InetAddress> answer) {
        return guard.checkAll(answer)
                .map(Router::refuse)
                .orElseGet(() -> Uni.createFrom()
                        .item(new Route(target, new InetSocketAddress(nameless(answer.get(0)), target.port()))));
    }

    /** Digits alone: nothing behind this can look the name up once more. */
    private static InetAddress nameless(InetAddress judged) {
        try {
            return InetAddress.getByAddress(judged.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }

    private static Uni<Route> refuse(Verdict.Refusal refusal) {
        return Uni.createFrom().failure(new FetchRefused(refusal.reason(), refusal.detail()));
    }
}
