package dev.periodical.http;

import static dev.periodical.http.TestToken.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final AtomicLong now = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private void passes(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    @Test
    void burst_isGranted_thenTheRate() {
        Allowance twoASecond = new Allowance(new Limits(2, 4, Long.MAX_VALUE), time);
        for (int left = 3; left >= 0; left--) {
            Quota quota = twoASecond.take();
            assertThat(quota.granted()).isTrue();
            assertThat(quota.remaining()).isEqualTo(left);
        }
        assertThat(twoASecond.take().granted()).isFalse();

        passes(Duration.ofMillis(500));
        assertThat(twoASecond.take().granted()).isTrue();
        assertThat(twoASecond.take().granted()).isFalse();

        passes(Duration.ofHours(1));
        assertThat(twoASecond.take().remaining()).isEqualTo(3);
    }

    @Test
    void fields_sayPolicyAndWhatIsLeft() {
        Allowance twoASecond = new Allowance(new Limits(2, 4, Long.MAX_VALUE), time);

        Quota first = twoASecond.take();
        assertThat(first.policyField()).isEqualTo("\"default\";q=4;w=2");
        assertThat(first.stateField()).isEqualTo("\"default\";r=3;t=1");

        for (int i = 0; i < 3; i++) {
            twoASecond.take();
        }
        Quota refused = twoASecond.take();
        assertThat(refused.stateField()).isEqualTo("\"default\";r=0;t=2");
        assertThat(refused.retryAfter()).isEqualTo(1);
    }

    @Test
    void lessThanOneASecond_saysHowLongToWait() {
        Allowance oneInTenSeconds = new Allowance(new Limits(0.1, 1, Long.MAX_VALUE), time);
        oneInTenSeconds.take();
        passes(Duration.ofMillis(2_500));

        Quota refused = oneInTenSeconds.take();

        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(8);
        assertThat(refused.policyField()).isEqualTo("\"default\";q=1;w=10");
    }

    @Test
    void tokensWithoutLimits_haveTheCommonOnes_andTheirOwnRateItsOwnBurst() {
        LimitsConfig common = TestToken.limits(OptionalDouble.of(50), OptionalInt.of(500), OptionalLong.of(1_000));

        assertThat(Limits.of(TestToken.of(TestToken.SESAME), common, setting -> setting))
                .isEqualTo(new Limits(50, 500, 1_000));
        assertThat(Limits.of(TestToken.limited(2.5), common, setting -> setting))
                .isEqualTo(new Limits(2.5, 3, 1_000));
        assertThat(Limits.of(TestToken.of(TestToken.SESAME), UNLIMITED, setting -> setting))
                .satisfies(none -> {
                    assertThat(none.limitRequests()).isFalse();
                    assertThat(none.limitBytes()).isFalse();
                });
    }
}
