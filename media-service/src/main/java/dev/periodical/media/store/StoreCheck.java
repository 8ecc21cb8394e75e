package dev.periodical.media.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: the store answers and has the bucket. */
@Readiness
@ApplicationScoped
class StoreCheck implements AsyncHealthCheck {

    private static final String NAME = "Object store";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final S3PictureStore store;
    private final StoreConfig config;

    StoreCheck(S3PictureStore store, StoreConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(store::check)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(fine -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("endpoint", config.endpoint().toString())
                        .withData("failure", String.valueOf(failure.getMessage()))
                        .build());
    }
}
