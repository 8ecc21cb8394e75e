package dev.periodical.media.inspect;

import dev.periodical.media.inspect.Finding.NoPicture;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Follows the structure of one format while its bytes pass. Law: bounded memory, and never throws on any input. */
interface Scan {

    /** The next bytes, from the first on; consumes them. */
    void feed(ByteBuffer bytes);

    /** Why it is not worth going on; once present it stays. */
    Optional<NoPicture> refusal();

    /** The verdict at the end of the bytes. */
    Finding finish();
}
