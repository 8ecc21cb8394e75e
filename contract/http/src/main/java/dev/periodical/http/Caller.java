package dev.periodical.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who asks. Found out when a door needs to know, without blocking. */
@ApplicationScoped
public class Caller {

    private final CurrentIdentityAssociation identity;

    Caller(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Whether the caller may see restricted articles: any token does. Fails where the token is nobody's. */
    public Uni<Boolean> seesRestricted() {
        return identity.getDeferredIdentity().map(who -> !who.isAnonymous());
    }

    /** The name of the caller's token; at a door that needs one. */
    public Uni<String> name() {
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }
}
