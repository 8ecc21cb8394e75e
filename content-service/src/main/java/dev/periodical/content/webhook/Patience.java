package dev.periodical.content.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited after attempts in vain: four times as long each time, up to 12 hours, and a fifth more or less by chance, so
 * that receivers that came down together are not all asked again at once.
 *
 * @param first after the first
 */
record Patience(Duration first, RandomGenerator random) {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double CHANCE = 0.2;

    /** @param attempts in vain, this one included
     * @param wish what the receiver asked for, or null */
    Duration after(int attempts, Duration wish) {
        Duration wait = shorter(LONGEST, first.multipliedBy(1L << Math.min(40, 2 * (attempts - 1))));
        Duration varied = Duration.ofMillis((long) (wait.toMillis() * (1 + CHANCE * (2 * random.nextDouble() - 1))));
        return wish != null && wish.compareTo(varied) > 0 ? shorter(LONGEST_WISH, wish) : varied;
    }

    /** How long the whole subscription rests: it is asked by one delivery at a time until it answers again. */
    Duration rest(int failures, Duration wish) {
        Duration rest = shorter(LONGEST_REST, first.multipliedBy(1L << Math.min(20, failures - 1)));
        return wish != null && wish.compareTo(rest) > 0 ? shorter(LONGEST_WISH, wish) : rest;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
