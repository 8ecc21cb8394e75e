package dev.periodical.ingest.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is in a tree of posts, by its path alone.
 *
 * <p>In a Hexo site posts lie under {@code source/_posts}, drafts under {@code source/_drafts}; the rest of a site is not
 * articles. A tree that is no site has posts anywhere. What stands before {@code source} (an archive's top folder) is no
 * part of a name, so the same post has the same name however its tree was packed.
 *
 * @param kind what it is
 * @param name the path without its detours; as written where it leaves the tree
 */
record TreePath(Kind kind, String name) {

    enum Kind {
        POST,
        DRAFT,
        OTHER,
        /** It would lie outside of the tree. */
        ASTRAY
    }

    private static final int LONGEST = 1_024;
    private static final Set<String> DOCUMENTS = Set.of("md", "markdown", "mkd", "html", "htm");
    private static final Set<String> NO_POSTS =
            Set.of("source", "themes", "scaffolds", "node_modules", "public", "_drafts", "__macosx");
    private static final Set<String> ABOUT_THE_TREE = Set.of("readme", "license", "contributing", "changelog");

    static TreePath of(String written) {
        if (astray(written)) {
            return new TreePath(Kind.ASTRAY, shortened(written));
        }
        List<String> steps = new ArrayList<>();
        for (String step : written.split("/")) {
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        int posts = folder(steps, "_posts");
        int drafts = folder(steps, "_drafts");
        int home = posts >= 0 ? posts : drafts;
        List<String> named =
                home > 0 && steps.get(home - 1).equals("source") ? steps.subList(home - 1, steps.size()) : steps;
        return new TreePath(kind(steps, posts, drafts), String.join("/", named));
    }

    private static Kind kind(List<String> steps, int posts, int drafts) {
        if (!document(steps) || steps.stream().anyMatch(step -> step.startsWith("."))) {
            return Kind.OTHER;
        }
        if (posts >= 0) {
            return Kind.POST;
        }
        if (drafts >= 0) {
            return Kind.DRAFT;
        }
        boolean site = steps.subList(0, steps.size() - 1).stream()
                .anyMatch(step -> NO_POSTS.contains(step.toLowerCase(Locale.ROOT)));
        return site || ABOUT_THE_TREE.contains(stem(steps)) ? Kind.OTHER : Kind.POST;
    }

    private static boolean astray(String path) {
        return path.isEmpty()
                || path.length() > LONGEST
                || path.startsWith("/")
                || path.startsWith("\\")
                || path.matches("(?s)[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?")
                || path.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    private static int folder(List<String> steps, String name) {
        return steps.isEmpty() ? -1 : steps.subList(0, steps.size() - 1).indexOf(name);
    }

    private static boolean document(List<String> steps) {
        String file = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        return DOCUMENTS.contains(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && file.indexOf('.') >= 0;
    }

    private static String stem(List<String> steps) {
        String file = steps.get(steps.size() - 1);
        return file.substring(0, file.indexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
