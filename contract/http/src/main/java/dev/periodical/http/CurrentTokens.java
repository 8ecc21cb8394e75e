package dev.periodical.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The tokens that count now: those of the configuration, and those of a file that is looked at every few seconds. A file that
 * can't be read at the start stops the service. Later it changes nothing: the tokens before it go on, the log says so once
 * for each such content, and the gauge {@code periodical.tokens.file.refused} is 1 until the file is right again.
 */
@Singleton
class CurrentTokens {

    private static final Logger LOG = Logger.getLogger(CurrentTokens.class);

    private final TokensConfig config;
    private final TokenLimits common;
    private final Path file;
    private final ScheduledFuture<?> watch;
    private volatile Tokens tokens;
    private volatile boolean refused;
    private byte[] seen;
    private String told;

    CurrentTokens(
            TokensConfig config,
            LimitsConfig common,
            @ConfigProperty(name = "periodical.tokens-file") Optional<Path> file,
            @ConfigProperty(name = "periodical.tokens-file-interval", defaultValue = "2s") Duration interval,
            MeterRegistry metrics) {
        this.config = config;
        this.common = common;
        this.file = file.orElse(null);
        this.tokens = configured();
        this.watch = file.isPresent() ? watch(interval) : null;
        Gauge.builder("periodical.tokens.file.refused", () -> refused ? 1 : 0)
                .strongReference(true)
                .register(metrics);
    }

    /** Who holds this token now, if anybody does. */
    Optional<Tokens.Holder> holder(String token) {
        return tokens.holder(token);
    }

    Tokens now() {
        return tokens;
    }

    /** The names of the tokens that count now. */
    Set<String> names() {
        return tokens.names();
    }

    private Tokens configured() {
        return Tokens.of(config.byName(), common, (name, setting) -> "periodical.tokens." + name + "." + setting);
    }

    private ScheduledFuture<?> watch(Duration interval) {
        try {
            take(TokenFile.bytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("periodical.tokens-file can't be read: " + e, e);
        }
        return Infrastructure.getDefaultWorkerPool()
                .scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void take(byte[] content) {
        Tokens now =
                configured().and(TokenFile.read(file, content, config.byName().keySet(), common));
        tokens = now.after(tokens);
        seen = content;
    }

    /** Looks whether the file has changed, and takes what it says. */
    void look() {
        try {
            byte[] content = TokenFile.bytes(file);
            if (!Arrays.equals(content, seen)) {
                take(content);
                LOG.infof("took the tokens of %s", file);
            }
            refused = false;
            told = null;
        } catch (IOException | IllegalArgumentException wrong) {
            refused = true;
            if (!wrong.toString().equals(told)) {
                told = wrong.toString();
                LOG.errorf("the tokens stay as they were: %s", wrong.getMessage());
            }
        }
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
    }
}
