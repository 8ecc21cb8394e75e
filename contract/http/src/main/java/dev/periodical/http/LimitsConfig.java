package dev.periodical.http;

import io.smallrye.config.ConfigMapping;

/** The limits of every token that states none of its own; each token has its own account. */
@ConfigMapping(prefix = "periodical.limits")
public interface LimitsConfig extends TokenLimits {}
