package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Autoscalers scale what is there, by groups and topics that are there, and not beyond the partitions. */
class ScalingTest {

    @ParameterizedTest
    @ValueSource(strings = {"ScaledObject", "HorizontalPodAutoscaler"})
    void everyService_isScaled_upToThePartitions(String kind) {
        assertThat(Folder.documents(kind))
                .extracting(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .containsExactlyInAnyOrderElementsOf(Code.names());
        assertThat(Folder.documents(kind)).allSatisfy(scaler -> {
            assertThat(scaler.at("/spec/minReplicaCount")
                            .asInt(scaler.at("/spec/minReplicas").asInt()))
                    .isGreaterThanOrEqualTo(2);
            assertThat(scaler.at("/spec/maxReplicaCount")
                            .asInt(scaler.at("/spec/maxReplicas").asInt()))
                    .isBetween(2, Topics.ARTICLES.partitions());
        });
    }

    @Test
    void lag_isThatOfTheServicesOwnGroupAndTopics() {
        for (Code code : Code.SERVICES) {
            var triggers = Folder.documents("ScaledObject").stream()
                    .filter(scaler -> Folder.name(scaler).equals(code.service()))
                    .flatMap(scaler -> each(scaler.at("/spec/triggers")))
                    .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                    .toList();
            Subscriptions does = new Subscriptions(code);

            assertThat(triggers).allSatisfy(trigger -> {
                assertThat(does.group())
                        .contains(trigger.at("/metadata/consumerGroup").asText());
                assertThat(does.reads()).contains(trigger.at("/metadata/topic").asText());
            });
        }
        assertThat(Folder.documents("ScaledObject").stream()
                        .flatMap(scaler -> each(scaler.at("/spec/triggers")))
                        .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                        .map(trigger -> trigger.at("/metadata/topic").asText())
                        .collect(toSet()))
                .containsExactlyInAnyOrder(Topics.ARTICLES.name(), Topics.MEDIA.name());
    }
}
