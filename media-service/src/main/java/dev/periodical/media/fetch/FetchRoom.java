package dev.periodical.media.fetch;

import dev.periodical.media.frontier.Settlement;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.plan.HostRules;
import dev.periodical.media.plan.Ladder;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.spool.Spool;
import dev.periodical.media.unwrap.Unwrapper;
import dev.periodical.outbound.HostResolver;
import dev.periodical.outbound.OutboundRules;
import dev.periodical.outbound.guard.Guard;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts the pure rooms and the fetching together, as configured. A mistake in the configuration stops the service here. */
final class FetchRoom {

    private FetchRoom() {}

    @Produces
    @Singleton
    static OutboundRules rules(FetchConfig config) {
        return OutboundRules.of("periodical.fetch", config);
    }

    @Produces
    @Singleton
    static Guard guard(OutboundRules rules) {
        return rules.guard();
    }

    @Produces
    @Singleton
    static HostRules hostRules(RungsConfig config) {
        return Configured.hostRules(config);
    }

    /** As configured, but for hosts whose rule knows their spacing. */
    @Produces
    @Singleton
    static HostManners manners(FetchConfig config, HostRules rules) {
        return host -> {
            Duration known = rules.of(host).spacing();
            return new HostManners.Manners(config.perHost(), known == null ? config.hostSpacing() : known);
        };
    }

    /** At start, so that an error of configuration ends it. */
    @Startup
    @Produces
    @Singleton
    static Ladder ladder(UnwrapConfig families, RungsConfig config, Guard guard, HostRules rules) {
        return new Ladder(new Unwrapper(Configured.families(families)), guard, rules, Configured.originals(config));
    }

    @Produces
    @Singleton
    static Spool spool(FetchConfig config, Vertx vertx) {
        return new Spool(vertx, config.spool());
    }

    static void sweep(@Disposes Spool spool) {
        spool.close();
    }

    /** One measure for every picture, however it comes. */
    @Produces
    @Singleton
    static InspectPolicy policy(FetchConfig config) {
        InspectPolicy standard = InspectPolicy.standard();
        return new InspectPolicy(
                config.maxBytes(), config.maxPixels(), standard.maxFrames(), standard.maxFramePixels());
    }

    @Produces
    @Singleton
    static Climber climber(
            FetchConfig config,
            InspectPolicy policy,
            OutboundRules outbound,
            Ladder ladder,
            HostRules rules,
            HostResolver resolver,
            Spool spool,
            Judging judging,
            Afterwards afterwards,
            MediaPublisher publisher,
            Settlement settlement,
            Vertx vertx) {
        Fetcher fetcher = new Fetcher(
                outbound.router(resolver), new PictureClient(vertx, config, policy, rules), config.redirects(), policy);
        return new Climber(ladder, fetcher, spool, judging, afterwards, publisher, settlement);
    }
}
