package dev.periodical.media.unwrap;

import java.util.Optional;
import java.util.stream.Stream;

/** Where in the wrapper's URL a family writes the target. */
public enum Place {
    /** The whole query: {@code /?https://…}. */
    QUERY {
        @Override
        Stream<String> in(Link link, String key) {
            return Stream.ofNullable(link.query());
        }
    },
    /** The query parameter named by the key, up to the next ampersand. */
    PARAMETER {
        @Override
        Stream<String> in(Link link, String key) {
            return link.parameter(key).stream();
        }
    },
    /** A {@code key=value} pair written into the path: {@code /image_search/src=…&refer=…}. */
    PATH_PARAMETER {
        @Override
        Stream<String> in(Link link, String key) {
            var found = link.path().indexOf("/" + key + "=");
            if (found < 0) {
                return Stream.empty();
            }
            var start = found + key.length() + 2;
            var ampersand = link.path().indexOf('&', start);
            return Stream.of(
                    link.path().substring(start, ampersand < 0 ? link.path().length() : ampersand));
        }
    },
    /** Where an absolute URL begins in the path, with the query if it is written plainly. */
    TAIL {
        @Override
        Stream<String> in(Link link, String key) {
            return Tail.in(link.path()).map(link::withQuery).stream();
        }
    },
    /** The path after the key and one more segment (the wrapper's options), with the query. */
    AFTER_OPTIONS {
        @Override
        Stream<String> in(Link link, String key) {
            var found = link.path().indexOf(key);
            var slash = found < 0 ? -1 : link.path().indexOf('/', found + key.length());
            return Optional.of(slash)
                    .filter(at -> at >= 0)
                    .map(at -> link.withQuery(Tail.mended(link.path().substring(at + 1))))
                    .stream();
        }
    },
    /** The first segment of the path that holds one. */
    SEGMENT {
        @Override
        Stream<String> in(Link link, String key) {
            return link.segments().stream();
        }
    },
    /** The URL stays: the wrapper makes its pictures itself, or hides where they come from. */
    NOWHERE {
        @Override
        Stream<String> in(Link link, String key) {
            return Stream.empty();
        }
    };

    /** What may be an encoded target. */
    abstract Stream<String> in(Link link, String key);
}
