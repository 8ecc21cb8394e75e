package dev.periodical.content.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.content.change.ChangeFeed.Slice;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent empty = Recent.startingAt(new Slice(List.of(), 10, 12));

    @Test
    void itsEnd_isCovered_andWhatLiesBeforeOrBehindIsNot() {
        Recent recent = empty.and(slice(20, change(15, "a")));

        assertThat(recent.covers(9)).isFalse();
        assertThat(recent.covers(10)).isTrue();
        assertThat(recent.covers(20)).isTrue();
        assertThat(recent.covers(21)).isFalse();
    }

    @Test
    void laterChangeOfTheSame_takesThePlaceOfTheEarlier() {
        Recent recent = empty.and(slice(12, change(11, "a"), change(12, "b"))).and(slice(13, change(13, "a")));

        assertThat(recent.after(10, 10).changes()).extracting(Change::number).containsExactly(12L, 13L);
    }

    @Test
    void page_reachesItsLastChange_orTheEnd() {
        Recent recent = empty.and(slice(20, change(11, "a"), change(12, "b"), change(13, "c")));

        assertThat(recent.after(10, 2).reached()).isEqualTo(12);
        assertThat(recent.after(12, 2).reached()).isEqualTo(20);
    }

    @Test
    void oldest_goesWhereThereIsNoRoom_andIsNotCoveredAnyMore() {
        List<Change> many = LongStream.rangeClosed(11, 10 + Recent.MOST + 5)
                .mapToObj(number -> change(number, "s" + number))
                .toList();
        Recent recent = empty.and(new Slice(many, 5000, 5000));

        assertThat(recent.changes()).hasSize(Recent.MOST);
        assertThat(recent.covers(14)).isFalse();
        assertThat(recent.covers(15)).isTrue();
        assertThat(recent.after(15, 1).changes()).extracting(Change::number).containsExactly(16L);
    }

    private static Slice slice(long reached, Change... changes) {
        return new Slice(List.of(changes), reached, reached);
    }

    private static Change change(long number, String subject) {
        return new Change(
                number, true, subject, 0, false, true, false, "r", "public", "t", null, List.of(), List.of(), null,
                null, null, null, null, null);
    }
}
