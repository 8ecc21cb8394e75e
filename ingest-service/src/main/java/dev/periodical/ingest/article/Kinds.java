package dev.periodical.ingest.article;

import dev.periodical.events.Body;
import java.util.List;
import java.util.regex.Pattern;

/**
 * HTML or Markdown? A body is HTML when it begins with a tag or comment and hardly any of its lines (fewer than one in
 * ten) begin as only Markdown does, and no Markdown picture stands in it.
 */
final class Kinds {

    private static final Pattern TAG = Pattern.compile("<(?:[A-Za-z][A-Za-z0-9-]*+(?=[\\s/>])|!|/[A-Za-z])");
    private static final Pattern MARK = Pattern.compile("#{1,6} |```|~~~|[*+-] |\\d{1,9}\\. |> |!\\[|\\|");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\[\\]\\n]{0,500}+\\](?:\\(|\\[)");

    private Kinds() {}

    static Body.Kind of(String body) {
        String text = body.strip();
        if (!TAG.matcher(text).lookingAt() || PICTURE.matcher(text).find()) {
            return Body.Kind.MARKDOWN;
        }
        List<String> lines = text.lines().toList();
        long marks =
                lines.stream().filter(line -> MARK.matcher(line).lookingAt()).count();
        return marks * 10 < lines.size() ? Body.Kind.HTML : Body.Kind.MARKDOWN;
    }
}
