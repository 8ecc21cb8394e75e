package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.media.fetch.PictureClient.Answer;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.plan.Rung;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.Route;
import dev.periodical.outbound.Router;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.file.Path;

/** One rung: the request, and the redirects it leads to, each routed and judged anew. */
final class Fetcher {

    private final Router router;
    private final PictureClient client;
    private final int redirects;
    private final InspectPolicy policy;

    Fetcher(Router router, PictureClient client, int redirects, InspectPolicy policy) {
        this.router = router;
        this.client = client;
        this.redirects = redirects;
        this.policy = policy;
    }

    /** Asks nobody where the address holds the bytes; a redirect to such an address is refused like any strange scheme.
     * @return fails with {@link FetchRefused} */
    Uni<Download> fetch(Rung rung, Path file) {
        return DataUrl.is(rung.url())
                ? Uni.createFrom()
                        .item(() -> DataUrl.unpack(rung.url(), file, policy))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                : hop(rung.url(), rung.referer(), file, 0, null);
    }

    private Uni<Download> hop(String url, String referer, Path file, int hops, Route last) {
        if (hops > redirects) {
            return Uni.createFrom()
                    .failure(new FetchRefused(FailureReason.TOO_MANY_REDIRECTS, "more than " + redirects).on(last));
        }
        return router.route(url)
                .onFailure(FetchRefused.class)
                .transform(refused ->
                        last == null ? refused : refused.redirected(url).on(last))
                .chain(route -> client.get(route, referer, file)
                        .onFailure(FetchRefused.class)
                        .transform(refused -> refused.on(route)))
                .chain(answer -> {
                    if (answer instanceof Answer.Elsewhere elsewhere) {
                        return hop(elsewhere.url(), referer, file, hops + 1, elsewhere.from());
                    }
                    return Uni.createFrom().item(((Answer.Kept) answer).download());
                });
    }
}
