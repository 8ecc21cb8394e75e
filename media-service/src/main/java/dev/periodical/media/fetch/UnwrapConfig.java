package dev.periodical.media.fetch;

import dev.periodical.media.unwrap.Encoding;
import dev.periodical.media.unwrap.FamilyRule;
import dev.periodical.media.unwrap.Place;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Families of wrappers beyond those that are built in. */
@ConfigMapping(prefix = "periodical.unwrap")
interface UnwrapConfig {

    /** Asked in this order, before the built-in ones: the operator knows better. */
    List<Family> families();

    /** As {@link FamilyRule}. */
    interface Family {

        /** As shown to people. */
        String name();

        /** Host, slash and path, {@code *} for any run of characters: {@code *.workers.dev/*}. */
        String pattern();

        /** Where the target is: {@code query}, {@code parameter}, {@code path-parameter}, {@code tail}, … */
        Place place();

        /** The parameter's name, or the path before the options. */
        Optional<String> key();

        /** How it is written: {@code raw}, {@code percent}, {@code schemeless}, {@code on-site}, {@code base64}, {@code hex}. */
        @WithDefault("percent")
        Encoding encoding();
    }
}
