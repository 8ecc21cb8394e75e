package dev.periodical.media.unwrap;

import java.util.Optional;

/** A kind of wrapper that shows, in its own URL, the URL of what it wraps. Law: linear in the URL, and never throws. */
interface Family {

    String name();

    /** The wrapped URL; the link's own when the family is known to hide it; empty when the link is none of this kind. */
    Optional<String> target(Link link);
}
