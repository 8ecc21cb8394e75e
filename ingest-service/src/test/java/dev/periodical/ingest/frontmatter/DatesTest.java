package dev.periodical.ingest.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.StatedDate;
import dev.periodical.events.StatedDate.Confidence;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sat, 09 Oct 2021 07:05:03 GMT           | 2021-10-09T07:05:03Z
            Mon, 09 Oct 2021 07:05:03 GMT           | 2021-10-09T07:05:03Z
            Sat, 9 Oct 2021 07:05 +0200             | 2021-10-09T05:05:00Z
            09 Oct 21 07:05:03 EST                  | 2021-10-09T12:05:03Z
            2021-10-09T07:05:03Z                    | 2021-10-09T07:05:03Z
            2021-10-09T07:05:03.250+08:00           | 2021-10-08T23:05:03.250Z
            2021-10-09T07:05:03,25+0530             | 2021-10-09T01:35:03.250Z
            2021-10-09 07:05:03 +0800               | 2021-10-08T23:05:03Z
            2021-10-09 07:05:03 +8                  | 2021-10-08T23:05:03Z
            2021-10-09 07:05:03 Europe/Paris        | 2021-10-09T05:05:03Z
            20211009T070503Z                        | 2021-10-09T07:05:03Z
            2021-W40-6T07:05:03Z                    | 2021-10-09T07:05:03Z
            2021-282T07:05:03Z                      | 2021-10-09T07:05:03Z
            Sat Oct 09 2021 07:05:03 GMT+0800 (CST) | 2021-10-08T23:05:03Z
            Sat Oct  9 07:05:03 UTC 2021            | 2021-10-09T07:05:03Z
            2021-10-09T07Z                          | 2021-10-09T07:00:00Z
            2021-10-09T07:05.5Z                     | 2021-10-09T07:05:30Z
            2021-10-09T07.25Z                       | 2021-10-09T07:15:00Z
            +002021-10-09T07:05:03−01:00            | 2021-10-09T08:05:03Z
            20211009T0705+0200                      | 2021-10-09T05:05:00Z
            20211009T07Z                            | 2021-10-09T07:00:00Z
            20211009T07:05:03.5Z                    | 2021-10-09T07:05:03.500Z
            2021W406T07:05:03Z                      | 2021-10-09T07:05:03Z
            2021-12-31T23:59:60Z                    | 2021-12-31T23:59:59Z
            2021-10-09T09:05:03+02:00[Europe/Paris] | 2021-10-09T07:05:03Z
            2021-10-09 07:05:03 GMT+08:00           | 2021-10-08T23:05:03Z
            2021-10-09 04:05:03 America/Argentina/Ushuaia | 2021-10-09T07:05:03Z
            Saturday, 09-Oct-21 07:05:03 GMT        | 2021-10-09T07:05:03Z
            Sat Oct 09 2021 15:05:03 GMT+0800 (中国标准时间) | 2021-10-09T07:05:03Z
            1633763103                              | 2021-10-09T07:05:03Z
            1633763103.25                           | 2021-10-09T07:05:03.250Z
            999999999                               | 2001-09-09T01:46:39Z
            1633763103250                           | 2021-10-09T07:05:03.250Z
            """)
    void statedZone_isTheMomentItself(String raw, Instant instant) {
        // When
        StatedDate date = Dates.read(raw, SHANGHAI);

        // Then
        assertThat(date).isEqualTo(new StatedDate(raw, instant, Confidence.STATED_ZONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-10-09 07:05:03         | 2021-10-08T23:05:03Z
            2021-10-09  07:05:03        | 2021-10-08T23:05:03Z
            2021-10-9 7:5:3             | 2021-10-08T23:05:03Z
            2021-10-09 07:05            | 2021-10-08T23:05:00Z
            2021/10/9 7:05:03           | 2021-10-08T23:05:03Z
            2021.10.9 7:05              | 2021-10-08T23:05:00Z
            2021-10-09T07:05:03         | 2021-10-08T23:05:03Z
            20211009070503              | 2021-10-08T23:05:03Z
            2021-10-09 24:00            | 2021-10-09T16:00:00Z
            2021年10月9日 07:05          | 2021-10-08T23:05:00Z
            2021年10月9日 7时5分3秒       | 2021-10-08T23:05:03Z
            2021年10月9日 下午7:05        | 2021-10-09T11:05:00Z
            2021年10月9日（星期六）07:05:03 | 2021-10-08T23:05:03Z
            2021/10/9 下午7:05:03        | 2021-10-09T11:05:03Z
            ２０２１－１０－０９　０７：０５   | 2021-10-08T23:05:00Z
            2021-10-09T07               | 2021-10-08T23:00:00Z
            10/9/2021 7:05:03 PM        | 2021-10-09T11:05:03Z
            October 9, 2021 at 7:05 PM  | 2021-10-09T11:05:00Z
            Oct 9, 2021 7:05 PM         | 2021-10-09T11:05:00Z
            Oct 9, 2021 7:05 PM         | 2021-10-09T11:05:00Z
            9 October 2021 12:05 am     | 2021-10-08T16:05:00Z
            1989-07-01 12:00:00         | 1989-07-01T03:00:00Z
            """)
    void noZone_isTheDefaultZone(String raw, Instant instant) {
        // When
        StatedDate date = Dates.read(raw, SHANGHAI);

        // Then
        assertThat(date).isEqualTo(new StatedDate(raw, instant, Confidence.ASSUMED_ZONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-09",
                "2021-10-9",
                "2021/10/9",
                "2021.10.09",
                "20211009",
                "Oct 9 2021",
                "October 9th, 2021",
                "9 Oct 2021",
                "09-Oct-2021",
                "Saturday, October 9, 2021",
                "2021年10月9日",
                "2021-W40-6",
                "2021282",
                "10/09/2021",
                "2021年10月9号",
                "2021-282"
            })
    void dayAlone_isItsMidnight(String raw) {
        // When
        StatedDate date = Dates.read(raw, SHANGHAI);

        // Then
        assertThat(date).isEqualTo(new StatedDate(raw, Instant.parse("2021-10-08T16:00:00Z"), Confidence.DATE_ONLY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid Date",
                "2021-20-09 07:05:03",
                "2021-02-30",
                "2021-10-09 25:00",
                "2021-10-09 07:61",
                "2021-W53-1",
                "2021-366",
                "2021-02-29T00:00:00Z",
                "31/10/2021",
                "2021-10-09 07:05:60",
                "2021-10-09 07",
                "2021-10-09 07:05.30",
                "12345678901234",
                "Foo 9 2021",
                "Shot_2021-10-09 07:05:03",
                "yesterday",
                "2021-10-09 07:05 XYZ",
                "2021-10-09 24:01",
                "13:05 pm",
                "0",
                "2021",
                "2021-10-09 07:05:03 +99"
            })
    void impossibleDate_isNoDate(String raw) {
        // When
        StatedDate date = Dates.read(raw, SHANGHAI);

        // Then
        assertThat(date).isEqualTo(new StatedDate(raw, null, Confidence.NONE));
    }

    @Test
    void skippedHour_movesOnByTheGap() {
        // When
        StatedDate date = Dates.read("2024-03-31 02:15:00", ZoneId.of("Europe/Paris"));

        // Then
        assertThat(date.instant()).isEqualTo(Instant.parse("2024-03-31T01:15:00Z"));
    }

    @Test
    void noText_isNoDate() {
        assertThat(Dates.read(null, SHANGHAI)).isNull();
        assertThat(Dates.read("  ", SHANGHAI)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "_posts/2021-10-9.md, 2021-10-9",
        "2021-10-09, 2021-10-09",
        "_posts/20211009-harbour.md, 20211009",
        "2021_10_09 harbour.md, 2021_10_09",
        "_posts/2021/10/09/harbour.md, 2021/10/09"
    })
    void everyWayToDateAName_isRead(String name, String raw) {
        assertThat(Dates.fromName(name, SHANGHAI))
                .isEqualTo(new StatedDate(raw, Instant.parse("2021-10-08T16:00:00Z"), Confidence.FROM_NAME));
    }

    @Test
    void fileName_givesItsDay() {
        // When
        StatedDate date = Dates.fromName("source/_posts/2021-10-09-harbour.md", SHANGHAI);

        // Then
        assertThat(date)
                .isEqualTo(new StatedDate("2021-10-09", Instant.parse("2021-10-08T16:00:00Z"), Confidence.FROM_NAME));
        assertThat(Dates.fromName("source/_posts/harbour.md", SHANGHAI)).isNull();
        assertThat(Dates.fromName("source/_posts/12345678-harbour.md", SHANGHAI))
                .isNull();
        assertThat(Dates.fromName("2021-13-09-harbour.md", SHANGHAI)).isNull();
    }
}
