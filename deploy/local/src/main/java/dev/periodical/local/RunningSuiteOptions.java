package dev.periodical.local;

import picocli.CommandLine.Option;

/** Where a suite that runs elsewhere is reached, for commands that are its clients: options, or the suite.env's variables. */
public final class RunningSuiteOptions {

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
    public RunningSuiteOptions() {}

    public String ingest() {
        return ingest;
    }

    public String content() {
        return content;
    }

    public String token() {
        return token;
    }
}
