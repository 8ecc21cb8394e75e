package dev.periodical.kubernetes.manifests;

import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a service reads and writes in Kafka, as its code declares it. */
final class Subscriptions {

    private static final String SUBSCRIPTION = "new Subscription\\(\\s*NAME,\\s*List\\.of\\(([^)]*)\\)";
    private static final String PUBLISHING = "new PublishingConfig\\(\\s*\\w+,\\s*List\\.of\\(([^)]*)\\)";
    private static final String NAME = "String NAME = \"(\\w+)\";\\s[\\s\\S]*?new Subscription\\(";

    private final Code code;

    Subscriptions(Code code) {
        this.code = code;
    }

    /** Its consumer's name; none for a service that reads nothing. */
    Optional<String> consumer() {
        return code.find(NAME).stream().map(found -> found.group(1)).findFirst();
    }

    Optional<String> group() {
        return consumer().map(name -> "periodical-" + name);
    }

    /** Its sources, and what its consumer put aside and takes again. */
    Set<String> reads() {
        return names(Stream.of(topics(SUBSCRIPTION), deadLetters(), requeued()).flatMap(List::stream));
    }

    Set<String> writes() {
        return names(Stream.of(topics(PUBLISHING), deadLetters(), requeued()).flatMap(List::stream));
    }

    List<Topic> requeued() {
        return topics(SUBSCRIPTION).stream()
                .map(topic -> Topics.requeued(topic, consumer().orElseThrow()))
                .toList();
    }

    List<Topic> deadLetters() {
        return topics(SUBSCRIPTION).stream()
                .map(topic -> Topics.deadLetters(topic, consumer().orElseThrow()))
                .toList();
    }

    /** Every topic of the suite. */
    static List<Topic> all() {
        return Code.SERVICES.stream()
                .map(Subscriptions::new)
                .flatMap(of ->
                        Stream.of(of.topics(SUBSCRIPTION), of.topics(PUBLISHING), of.deadLetters(), of.requeued()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<Topic> topics(String declaration) {
        return code.find(declaration).stream()
                .flatMap(found -> Stream.of(found.group(1).split(",\\s*")))
                .map(Subscriptions::named)
                .toList();
    }

    private static Topic named(String constant) {
        try {
            return (Topic) Topics.class
                    .getField(constant.replace("Topics.", "").strip())
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant + " is no topic of the contract", e);
        }
    }

    private static Set<String> names(Stream<Topic> topics) {
        return topics.map(Topic::name).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
