package dev.periodical.local.prove;

import dev.periodical.local.RunningSuiteOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: posts at a rate, then verifies. */
@Command(
        name = "load",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Posts documents at a rate, each until it is accepted, and verifies that all are kept."
                + " Exit code 1 when something is missing, doubled or not settled.")
public final class LoadCommand implements Callable<Integer> {

    @Mixin
    private RunningSuiteOptions suite;

    @Option(
            names = "--prefix",
            required = true,
            description = "Begins every key and title; one of its own for each run.")
    private String prefix;

    @Option(names = "--rate", defaultValue = "20", description = "Documents a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long to post (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--settle",
            defaultValue = "180",
            description = "Seconds that articles and pictures may take to be there (default: ${DEFAULT-VALUE}).")
    private int settle;

    @Option(
            names = "--most-attempts",
            defaultValue = "2147483647",
            description = "Fail when a document needed more attempts than this (default: any number).")
    private int mostAttempts;

    /** Made by picocli. */
    public LoadCommand() {}

    @Override
    public Integer call() throws Exception {
        var posted =
                new Poster(URI.create(suite.ingest()), suite.token(), prefix).run(rate, Duration.ofSeconds(seconds));
        System.out.println(posted);
        var kept = new Verification(URI.create(suite.content()), suite.token(), prefix)
                .await(posted.accepted(), Duration.ofSeconds(settle));
        System.out.println(kept);
        return kept.whole(posted.accepted()) && posted.givenUp() == 0 && posted.worstAttempts() <= mostAttempts ? 0 : 1;
    }
}
