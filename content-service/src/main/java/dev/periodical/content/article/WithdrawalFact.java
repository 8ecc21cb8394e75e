package dev.periodical.content.article;

import java.time.Instant;

/** When an article was withdrawn last. Kept past a new post: its history begins anew there. */
record WithdrawalFact(String id, Instant at) {

    WithdrawalFact later(WithdrawalFact other) {
        return at.isBefore(other.at) ? other : this;
    }
}
