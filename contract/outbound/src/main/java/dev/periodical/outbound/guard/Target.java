package dev.periodical.outbound.guard;

/**
 * Where an allowed URL leads, in the one canonical form: two spellings of the same place give equal targets.
 *
 * @param scheme {@code http} or {@code https}
 * @param host ASCII (RFC 5891 A-labels), lower case, no trailing dot, no brackets; a literal is canonical (dotted
 *     decimal, or RFC 5952)
 * @param port 1 to 65535, the scheme's default when the URL names none
 * @param pathAndQuery the request target of RFC 9112, section 3.2.1: begins with {@code /}, percent-encoded ASCII, no
 *     fragment
 * @param literal the host is an address, already found public; there is nothing to resolve
 */
public record Target(String scheme, String host, int port, String pathAndQuery, boolean literal) {

    /** The URL in canonical form; checking it again gives this target. */
    public String url() {
        return scheme + "://" + authority() + pathAndQuery;
    }

    /** The value of the Host header: brackets around IPv6, the port only when it is not the scheme's own. */
    public String authority() {
        var name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == defaultPort(scheme) ? name : name + ":" + port;
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
