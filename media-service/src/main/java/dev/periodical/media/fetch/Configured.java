package dev.periodical.media.fetch;

import dev.periodical.media.plan.HostRule;
import dev.periodical.media.plan.HostRules;
import dev.periodical.media.plan.Originals;
import dev.periodical.media.plan.Processing;
import dev.periodical.media.unwrap.FamilyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What operators wrote, as the pure rooms want it. Law: what is wrong is told at start, by its key. */
final class Configured {

    private Configured() {}

    /** @throws IllegalArgumentException naming the key */
    static List<FamilyRule> families(UnwrapConfig config) {
        List<FamilyRule> rules = new ArrayList<>();
        for (UnwrapConfig.Family family : config.families()) {
            try {
                rules.add(new FamilyRule(
                        family.name(),
                        family.pattern(),
                        family.place(),
                        family.key().orElse(""),
                        family.encoding()));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "periodical.unwrap.families[" + rules.size() + "]: " + wrong.getMessage(), wrong);
            }
        }
        return rules;
    }

    /** The built-in rules and the operator's. */
    static HostRules hostRules(RungsConfig config) {
        Map<String, HostRule> byDomain = new HashMap<>();
        for (RungsConfig.Rule rule : config.rules().values()) {
            HostRule known = new HostRule(
                    rule.referer().orElse(null),
                    rule.userAgent().orElse(null),
                    rule.spacing().orElse(null));
            rule.hosts().forEach(host -> byDomain.put(host, known));
        }
        return new HostRules(byDomain);
    }

    /**
     * The built-in table and the operator's rows.
     *
     * @throws IllegalArgumentException naming the key
     */
    static Originals originals(RungsConfig config) {
        List<Processing> rows = new ArrayList<>();
        config.originals().forEach((name, row) -> {
            try {
                rows.add(Processing.of(
                        name, row.host().orElse(""), row.find(), row.replace().orElse("")));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "periodical.ladder.originals." + name + ".find: " + wrong.getMessage(), wrong);
            }
        });
        return new Originals(rows);
    }
}
