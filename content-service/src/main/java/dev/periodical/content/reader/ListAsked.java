package dev.periodical.content.reader;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list page was asked for, and the addresses of pages that are asked for a little more or less. */
final class ListAsked {

    private static final List<String> FILTERS = List.of("category", "tag", "author", "from", "to", "pictures");

    private final MultivaluedMap<String, String> values;

    private ListAsked(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** A copy, for the rest is changed here. */
    static ListAsked of(MultivaluedMap<String, String> values) {
        return new ListAsked(new MultivaluedHashMap<>(values));
    }

    /** The same, and this too: what a page's path says. */
    ListAsked and(String name, String value) {
        ListAsked more = of(values);
        more.values.putSingle(name, value);
        return more;
    }

    MultivaluedMap<String, String> values() {
        return values;
    }

    String words() {
        return values.getFirst("q");
    }

    boolean continued() {
        return values.getFirst("after") != null;
    }

    /** Whether it is the list of all, from its beginning. */
    boolean everything() {
        return values.values().stream().flatMap(List::stream).allMatch(value -> value == null || value.isBlank());
    }

    String from(String after) {
        return address(page(), and("after", after).values);
    }

    /** The page's first part; null where this is it. */
    String newest() {
        return continued() ? address(page(), without("after", values.getFirst("after"))) : null;
    }

    /** The filters, each with the page that goes without it. */
    List<Chip> filters(ReaderMessages words) {
        Map<String, Function<String, String>> said = Map.of(
                "category", name -> words.category(name.replace("/", " › ")),
                "tag", words::tag,
                "author", words::author,
                "from", words::from,
                "to", words::to,
                "pictures", words::picturesThat);
        List<Chip> chips = new ArrayList<>();
        for (String filter : FILTERS) {
            for (String value : values.getOrDefault(filter, List.of())) {
                if (!value.isBlank()) {
                    MultivaluedMap<String, String> rest = without(filter, value);
                    rest.remove("after");
                    chips.add(new Chip(said.get(filter).apply(value), address(page(), rest)));
                }
            }
        }
        return chips;
    }

    /** What feeds of the same are asked for: a query with its question mark, or nothing. */
    String feedQuery() {
        MultivaluedMap<String, String> rest = new MultivaluedHashMap<>(values);
        Stream.of("after", "limit", "sort").forEach(rest::remove);
        return address("", rest);
    }

    /** What a search within the same filters keeps. */
    List<Map.Entry<String, String>> kept() {
        return values.entrySet().stream()
                .filter(entry -> FILTERS.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
                .toList();
    }

    private String page() {
        return words() == null ? "/" : "/search";
    }

    private MultivaluedMap<String, String> without(String name, String value) {
        MultivaluedMap<String, String> rest = new MultivaluedHashMap<>();
        values.forEach((key, given) -> given.stream()
                .filter(one -> !(key.equals(name) && one.equals(value)))
                .forEach(one -> rest.add(key, one)));
        return rest;
    }

    private static String address(String path, MultivaluedMap<String, String> values) {
        String query = values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> Links.segment(entry.getKey()) + "=" + Links.segment(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
