package dev.periodical.content.webhook;

import java.time.Duration;

/** What came of one attempt. */
sealed interface Outcome {

    /** As metrics have it. */
    String word();

    /** A status of 2xx. */
    record Taken(int status) implements Outcome {
        @Override
        public String word() {
            return "taken";
        }
    }

    /**
     * Anything else.
     *
     * @param status of the answer, null where none came
     * @param wish how long the receiver wants to be left alone, or null
     */
    record Missed(Integer status, String reason, String detail, Duration wish) implements Outcome {
        @Override
        public String word() {
            return "missed";
        }
    }

    /** 410: the receiver wants no more, ever. */
    record Unwanted() implements Outcome {
        @Override
        public String word() {
            return "unwanted";
        }
    }
}
