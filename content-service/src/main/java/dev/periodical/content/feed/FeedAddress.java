package dev.periodical.content.feed;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed's addresses, as browsers reach this service.
 *
 * @param self its own
 * @param first the same without a place
 * @param asked what is asked for, in words
 */
record FeedAddress(String self, String first, String asked) {

    /** @param service this service's public address */
    static FeedAddress of(UriInfo uri, String service) {
        UriBuilder self = UriBuilder.fromUri(service)
                .path(uri.getPath())
                .replaceQuery(uri.getRequestUri().getRawQuery());
        return new FeedAddress(
                self.build().toString(),
                self.clone().replaceQueryParam("after").build().toString(),
                asked(uri.getQueryParameters()));
    }

    String after(String place) {
        return UriBuilder.fromUri(self)
                .replaceQueryParam("after", place)
                .build()
                .toString();
    }

    private static String asked(MultivaluedMap<String, String> values) {
        return Stream.of("q", "category", "tag", "author", "from", "to", "pictures")
                .flatMap(name -> values.getOrDefault(name, List.of()).stream())
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(", "));
    }
}
