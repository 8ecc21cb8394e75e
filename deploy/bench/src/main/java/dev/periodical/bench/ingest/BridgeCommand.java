package dev.periodical.bench.ingest;

import dev.periodical.events.Topic;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same HTTP server and the same way to Kafka as ingest has, with nothing between: answers when the broker has the bytes. */
@Command(
        name = "bridge",
        hidden = true,
        description = "Passes bodies on to Kafka unread. The ingest measurement starts it.")
public final class BridgeCommand implements Callable<Integer> {

    @Option(names = "--kafka", required = true)
    private String kafka;

    @Option(names = "--topic", required = true)
    private String topic;

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public Integer call() throws Exception {
        RecordPublisher publisher = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", kafka),
                List.of(new Topic(topic, 6, Map.of("max.message.bytes", "33554432"))),
                Duration.ofSeconds(5),
                64L << 20));
        publisher.start();
        Vertx vertx = Vertx.vertx();
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(() -> new Door(publisher, topic, port), new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        while (System.in.read() >= 0) {
            continue; // ends with its parent
        }
        return 0;
    }

    private static final class Door extends AbstractVerticle {

        private final RecordPublisher publisher;
        private final String topic;
        private final int port;

        Door(RecordPublisher publisher, String topic, int port) {
            this.publisher = publisher;
            this.topic = topic;
            this.port = port;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(this::pass)
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void pass(HttpServerRequest request) {
            Context loop = vertx.getOrCreateContext();
            request.body()
                    .onSuccess(body -> publisher
                            .publish(new ProducerRecord<>(
                                    topic, UUID.randomUUID().toString(), body.getBytes()))
                            .whenComplete((done, failure) -> loop.runOnContext(on -> request.response()
                                    .setStatusCode(failure == null ? 202 : 503)
                                    .end())));
        }
    }
}
