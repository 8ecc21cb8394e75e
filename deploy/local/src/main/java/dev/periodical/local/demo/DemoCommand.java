package dev.periodical.local.demo;

import dev.periodical.local.RunningSuiteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: posts the sample articles to a suite that runs elsewhere, and waits for their pictures. */
@Command(
        name = "demo",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Posts the sample articles to a running suite. Exit code 1 when one is refused or not settled.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private RunningSuiteOptions suite;

    /** Made by picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        return new Demo(suite.ingest(), suite.content(), suite.token(), System.out::println).samples() ? 0 : 1;
    }
}
