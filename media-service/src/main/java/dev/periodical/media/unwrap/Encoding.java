package dev.periodical.media.unwrap;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a family writes the target. */
public enum Encoding {
    /** As it is; nothing is decoded. */
    RAW {
        @Override
        Optional<String> read(String text, Link wrapper) {
            return Embedded.afterScheme(text) >= 0 ? Optional.of(text) : Optional.empty();
        }
    },
    /**
     * As it is, or percent-encoded up to three times. Of a URL written plainly, one layer is taken off behind the host if
     * its question mark is encoded, for it was encoded by hand.
     */
    PERCENT {
        @Override
        Optional<String> read(String text, Link wrapper) {
            return Embedded.absolute(text);
        }
    },
    /** Like PERCENT; the scheme may be missing (http), or be {@code ssl:} or {@code //} (https). */
    SCHEMELESS {
        @Override
        Optional<String> read(String text, Link wrapper) {
            return Embedded.schemeless(text);
        }
    },
    /** Like PERCENT; may also be a path on the wrapper's own site. */
    ON_SITE {
        @Override
        Optional<String> read(String text, Link wrapper) {
            return Embedded.onSite(text, wrapper);
        }
    },
    /** Base64 or base64url (RFC 4648), with or without padding. */
    BASE64 {
        @Override
        Optional<String> read(String text, Link wrapper) {
            if (!text.startsWith(BASE64_HTTP)) {
                return Optional.empty();
            }
            var alphabet = text.replace("%3D", "").replace("%3d", "").replace("=", "");
            return octets(() ->
                    Base64.getUrlDecoder().decode(alphabet.replace('+', '-').replace('/', '_')));
        }
    },
    /** Two hexadecimal digits for each octet. */
    HEX {
        @Override
        Optional<String> read(String text, Link wrapper) {
            if (!text.startsWith(HEX_HTTP)) {
                return Optional.empty();
            }
            return octets(() -> HexFormat.of().parseHex(text));
        }
    };

    /** How {@code http} begins in base64. */
    static final String BASE64_HTTP = "aHR0c";

    private static final String HEX_HTTP = "68747470";

    /** The absolute URL in the text, or empty when there is none. */
    abstract Optional<String> read(String text, Link wrapper);

    private interface Decoding {
        byte[] decoded();
    }

    private static Optional<String> octets(Decoding decoding) {
        try {
            return Optional.of(Percent.url(decoding.decoded())).filter(url -> Embedded.afterScheme(url) >= 0);
        } catch (IllegalArgumentException notEncodedSo) {
            return Optional.empty();
        }
    }
}
