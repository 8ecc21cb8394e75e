package dev.periodical.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A room for ten documents of ten bytes: each weighs sixteen times its length. */
class WorkroomTest {

    private final Workroom room = new Workroom(1_600);
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    private Uni<String> work(long bytes) {
        return room.when(bytes, () -> {
            CompletableFuture<String> work = new CompletableFuture<>();
            begun.add(work);
            return Uni.createFrom().completionStage(work);
        });
    }

    @Test
    void documentsThatFit_areReadSideBySide_theNextWaits() {
        for (int i = 0; i < 11; i++) {
            work(10).subscribe().asCompletionStage();
        }
        assertThat(begun).hasSize(10);

        begun.get(3).complete("read");

        assertThat(begun).hasSize(11);
    }

    @Test
    void largerThanTheRoom_isAlone_andNobodyOvertakes() {
        work(10).subscribe().asCompletionStage();
        work(1_000_000).subscribe().asCompletionStage();
        work(10).subscribe().asCompletionStage();
        assertThat(begun).hasSize(1);

        begun.get(0).complete("read");
        assertThat(begun).hasSize(2);

        begun.get(1).complete("read");
        assertThat(begun).hasSize(3);
    }

    @Test
    void failure_isTold_andGivesItsRoomBack() {
        CompletableFuture<String> told = work(100).subscribe().asCompletionStage();
        work(100).subscribe().asCompletionStage();

        begun.get(0).completeExceptionally(new IllegalStateException("unreadable"));

        assertThat(told).isCompletedExceptionally();
        assertThat(begun).hasSize(2);
    }

    @Test
    void clientGone_losesItsTurn_butWhatIsBegunStaysCounted() {
        Cancellable inside = work(100).subscribe().with(read -> {});
        Cancellable waiting = work(100).subscribe().with(read -> {});
        work(10).subscribe().asCompletionStage();

        inside.cancel();
        assertThat(begun).hasSize(1);
        waiting.cancel();
        assertThat(begun).hasSize(1);

        begun.get(0).complete("read");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("read");
        work(100).subscribe().asCompletionStage();
        assertThat(begun).hasSize(3);
    }
}
