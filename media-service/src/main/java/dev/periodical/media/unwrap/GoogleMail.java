package dev.periodical.media.unwrap;

import java.util.Optional;

/** The proxy of pictures in mail, which repeats the origin in its fragment: {@code ci3.googleusercontent.com/…#https://…}. */
record GoogleMail(String name) implements Family {

    @Override
    public Optional<String> target(Link link) {
        var fragment = link.written().indexOf('#');
        var known = Embedded.isWithin(link.host(), "googleusercontent.com");
        return known && fragment >= 0 ? Embedded.absolute(link.written().substring(fragment + 1)) : Optional.empty();
    }
}
