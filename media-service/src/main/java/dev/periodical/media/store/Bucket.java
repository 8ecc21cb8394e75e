package dev.periodical.media.store;

import dev.periodical.events.kafka.TransientFailure;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The bucket as a whole: what is in it, and what shall be no more. Memory holds one page. */
@ApplicationScoped
public class Bucket {

    /** S3 lists and removes no more at once. */
    public static final int PAGE = 1_000;

    private final MinioAsyncClient client;
    private final String name;

    Bucket(MinioAsyncClient client, StoreConfig config) {
        this.client = client;
        this.name = config.bucket();
    }

    /** @param bytes its size */
    public record Entry(String name, long bytes) {}

    /**
     * Everything in it by name, a page at a time, the next asked for when the reader is done with the last.
     *
     * @return fails with {@link TransientFailure} when the store is away
     */
    public Multi<List<Entry>> pages() {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(""),
                        after -> Uni.createFrom()
                                .item(() -> page(after.get()))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(page -> page.stream()
                                        .reduce((first, last) -> last)
                                        .ifPresent(last -> after.set(last.name()))))
                .whilst(page -> page.size() == PAGE);
    }

    private List<Entry> page(String after) {
        Iterator<Result<Item>> listed = client.listObjects(ListObjectsArgs.builder()
                        .bucket(name)
                        .recursive(true)
                        .startAfter(after)
                        .maxKeys(PAGE)
                        .build())
                .iterator();
        List<Entry> page = new ArrayList<>();
        try {
            while (page.size() < PAGE && listed.hasNext()) {
                Item item = listed.next().get();
                page.add(new Entry(item.objectName(), item.size()));
            }
        } catch (MinioException away) {
            throw new TransientFailure("the store does not list: " + away.getMessage(), away);
        }
        return page;
    }

    /** Removes objects; those that are not there are no trouble. Fails like {@link #pages}. */
    public Uni<Void> remove(Collection<String> names) {
        return Uni.createFrom()
                .item(() -> {
                    removed(names);
                    return (Void) null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void removed(Collection<String> names) {
        try {
            for (Result<DeleteResult.Error> failure : client.removeObjects(RemoveObjectsArgs.builder()
                    .bucket(name)
                    .objects(names.stream().map(DeleteRequest.Object::new).toList())
                    .build())) {
                DeleteResult.Error error = failure.get();
                throw new TransientFailure(
                        "the store does not remove " + error.objectName() + ": " + error.message(), null);
            }
        } catch (MinioException away) {
            throw new TransientFailure("the store does not remove: " + away.getMessage(), away);
        }
    }
}
