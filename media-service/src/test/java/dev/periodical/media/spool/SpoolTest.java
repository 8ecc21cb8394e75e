package dev.periodical.media.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workThatSucceeds_leavesNoFile() {
        var existed = spool().with(file -> Uni.createFrom().item(Files.exists(file)))
                .await()
                .atMost(PATIENCE);

        assertThat(existed).isTrue();
        assertThat(folder.resolve("made")).isEmptyDirectory();
    }

    @Test
    void workThatFails_leavesNoFile() {
        var work = spool().with(file -> Uni.createFrom().failure(new IOException("no")));

        assertThatThrownBy(() -> work.await().atMost(PATIENCE)).hasRootCauseMessage("no");
        assertThat(folder.resolve("made")).isEmptyDirectory();
    }

    @Test
    void workThatNobodyWaitsFor_leavesNoFile() {
        var lent = new AtomicReference<Path>();

        var waiting = spool().with(file -> {
                    lent.set(file);
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(never -> {});
        await().atMost(PATIENCE).until(() -> lent.get() != null);
        waiting.cancel();

        await().atMost(PATIENCE).until(() -> !Files.exists(lent.get()));
    }

    @Test
    void workCutShortByTheEnd_leavesNoFile() {
        var spool = spool();
        var lent = new AtomicReference<Path>();
        spool.with(file -> {
                    lent.set(file);
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(never -> {});
        await().atMost(PATIENCE).until(() -> lent.get() != null);

        spool.close();

        assertThat(lent.get()).doesNotExist();
    }

    @Test
    void folderThatCantBeWritten_passesByItself() throws IOException {
        var spool = new Spool(VERTX, Files.createFile(folder.resolve("file")));

        assertThatThrownBy(() ->
                        spool.with(file -> Uni.createFrom().nothing()).await().atMost(PATIENCE))
                .isInstanceOf(TransientFailure.class);
    }

    private Spool spool() {
        return new Spool(VERTX, folder.resolve("made"));
    }
}
