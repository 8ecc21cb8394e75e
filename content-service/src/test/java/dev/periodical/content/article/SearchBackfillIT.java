package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Event;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class SearchBackfillIT {

    @Inject
    Archive archive;

    @Inject
    SearchBackfill backfill;

    @Inject
    DatabaseWork database;

    @Test
    void rowsOfTheReleaseBefore_getWhatIntakeWouldWrite() {
        run("delete from article");
        run("delete from revision");
        for (int i = 0; i < 20; i++) {
            keep(Events.ingested(Events.article("old" + i, "旧灯塔 " + i)));
        }
        keep(Events.ingested(Events.article("gone", "撤")));
        keep(Events.withdrawn("gone"));
        List<String> whole = rows();
        run("update article set search = null, plain = null, indexed_revision = null, ingested_at = now()"
                + " where title not like '%7'");

        backfill.fill().await().indefinitely();

        assertThat(rows()).isEqualTo(whole);
    }

    private List<String> rows() {
        return database.transaction(session -> session.createNativeQuery(
                                "select cast(article as text) from article where not withdrawn order by id",
                                String.class)
                        .getResultList())
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        database.transaction(session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .indefinitely();
    }

    private void keep(Event event) {
        archive.keep(List.of(Events.at(Instant.now(), event))).await().indefinitely();
    }
}
