package dev.periodical.desk;

import dev.periodical.http.Language;
import dev.periodical.http.PublicAddresses;
import dev.periodical.http.Roles;
import dev.periodical.http.Session;
import java.time.ZoneId;

/**
 * What every page of the desk has around it.
 *
 * @param lang BCP 47
 * @param otherLang the language that the switch leads to
 * @param otherName its name in itself
 * @param root where this desk is, for links within it: {@code /desk}
 * @param service whose desk this is
 * @param who the token's name; null before one was given
 * @param operator whether buttons are shown
 * @param formToken what forms send along
 * @param assets changes with style and script, which browsers keep for a day
 * @param state of the figures shown, by which the script knows that they have changed
 * @param did what the last button did, {@code requeue}; null for nothing
 * @param count to how many
 * @param more whether more of the same are left
 */
public record Frame(
        String lang,
        String otherLang,
        String otherName,
        String root,
        String service,
        String ingestAddress,
        String contentAddress,
        String mediaAddress,
        String who,
        boolean operator,
        String formToken,
        String assets,
        String state,
        String did,
        Long count,
        boolean more,
        ZoneId zone) {

    static Frame of(
            Language language,
            String root,
            String service,
            PublicAddresses addresses,
            Session session,
            String assets,
            String state,
            ZoneId zone) {
        return new Frame(
                language.tag(),
                language.other().tag(),
                language.other().ownName(),
                root,
                service,
                addresses.ingest(),
                addresses.content(),
                addresses.media(),
                session == null ? null : session.name(),
                session != null && session.may(Roles.OPERATE),
                session == null ? null : session.formToken(),
                assets,
                state,
                null,
                null,
                false,
                zone);
    }

    Frame after(String did, Long count, boolean more) {
        return new Frame(
                lang,
                otherLang,
                otherName,
                root,
                service,
                ingestAddress,
                contentAddress,
                mediaAddress,
                who,
                operator,
                formToken,
                assets,
                state,
                did,
                count,
                more,
                zone);
    }
}
