package dev.periodical.media.inspect;

/** Just enough XML (W3C XML 1.0, section 2.8) to find the first element. */
final class Markup {

    private Markup() {}

    /** Whether the text begins like markup: an angle bracket after a byte order mark and white space. */
    static boolean begins(CharSequence text) {
        var at = content(text, 0);
        return at < text.length() && text.charAt(at) == '<';
    }

    /** Where the first element's bracket is, past declarations, comments and document type; -1 when not in the text. */
    static int firstElement(CharSequence written) {
        var text = written.toString();
        var at = content(text, 0);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at) == '<') {
            if (text.startsWith("<?", at)) {
                at = after(text, "?>", at);
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at + 4);
            } else if (text.startsWith("<!", at)) {
                at = afterDoctype(text, at);
            } else {
                return at;
            }
            at = at < 0 ? -1 : content(text, at);
        }
        return -1;
    }

    /** Where the tag's closing bracket is, outside quotes; -1 when not in the text. */
    static int endOfTag(CharSequence text, int start) {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    private static int afterDoctype(String text, int at) {
        var subset = text.indexOf('[', at);
        var end = text.indexOf('>', at);
        return subset < 0 || end >= 0 && end < subset
                ? after(text, ">", at)
                : after(text, ">", after(text, "]", subset));
    }

    private static int after(String text, String end, int from) {
        var at = from < 0 ? -1 : text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    private static int content(CharSequence text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) <= ' ' || "\u00ef\u00bb\u00bf".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
