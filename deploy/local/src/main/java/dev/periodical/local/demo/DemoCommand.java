package dev.periodical.local.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: posts the sample articles to a suite that runs elsewhere, and waits for their pictures. */
@Command(
        name = "demo",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Posts the sample articles to a running suite. Exit code 1 when one is refused or not settled.")
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--ingest", required = true, defaultValue = "${env:INGEST_URL}", description = "INGEST_URL.")
    private String ingest;

    @Option(names = "--content", required = true, defaultValue = "${env:CONTENT_URL}", description = "CONTENT_URL.")
    private String content;

    @Option(
            names = "--token",
            required = true,
            defaultValue = "${env:PERIODICAL_TOKEN}",
            description = "PERIODICAL_TOKEN.")
    private String token;

    /** Made by picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        return new Demo(ingest, content, token, System.out::println).samples() ? 0 : 1;
    }
}
