package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a recipe on the base and writes it. The numeric user is the one that Pod Security `restricted` can check. */
final class ImageWriter {

    private static final String USER = "10001:10001";
    private static final Instant ALWAYS = Instant.EPOCH;

    private final BaseImage base;
    private final List<Platform> platforms;
    private final String tag;
    private final String revision;
    private final Path cache;

    ImageWriter(BaseImage base, List<Platform> platforms, String tag, String revision, Path cache) {
        this.base = base;
        this.platforms = platforms;
        this.tag = tag;
        this.revision = revision;
        this.cache = cache;
    }

    /** Writes {@code NAME.tar} into a folder; answers what to tell people. */
    String tar(Recipe recipe, Path folder) throws Exception {
        Files.createDirectories(folder);
        var file = folder.resolve(recipe.name() + ".tar");
        var name = "periodical.dev/" + recipe.name() + ":" + tag;
        var target = Containerizer.to(TarImage.at(file).named(name)).setOfflineMode(base.local());
        var written = write(recipe, target);
        return "%s %s %d MiB %s".formatted(name, written.getDigest(), Files.size(file) >> 20, file);
    }

    /** Pushes to {@code REGISTRY/NAME:TAG} with the credentials that the user's registry tools keep. */
    String push(Recipe recipe, String registry, boolean insecure) throws Exception {
        var reference = ImageReference.parse(registry + "/" + recipe.name() + ":" + tag);
        var target = RegistryImage.named(reference);
        target.addCredentialRetriever(
                CredentialRetrieverFactory.forImage(reference, event -> {}).dockerConfig());
        return "%s %s"
                .formatted(
                        reference,
                        write(recipe, Containerizer.to(target).setAllowInsecureRegistries(insecure))
                                .getDigest());
    }

    private JibContainer write(Recipe recipe, Containerizer target) throws Exception {
        var image = base.begin()
                .setFormat(ImageFormat.OCI)
                .setFileEntriesLayers(recipe.layers())
                .setEntrypoint(recipe.entrypoint())
                .setProgramArguments(List.of())
                .setUser(USER)
                .setCreationTime(ALWAYS)
                .setLabels(labels(recipe));
        recipe.environment().forEach(image::addEnvironmentVariable);
        if (!base.local()) {
            image.setPlatforms(Set.copyOf(platforms));
        }
        return image.containerize(cached(target));
    }

    private Containerizer cached(Containerizer target) throws CacheDirectoryCreationException {
        return target.setBaseImageLayersCache(cache.resolve("base"))
                .setApplicationLayersCache(cache.resolve("application"))
                .setToolName("periodical");
    }

    /** The annotation keys of the OCI image specification. */
    private Map<String, String> labels(Recipe recipe) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("org.opencontainers.image.title", recipe.name());
        labels.put("org.opencontainers.image.description", recipe.title());
        labels.put("org.opencontainers.image.version", tag);
        labels.put("org.opencontainers.image.licenses", "Apache-2.0");
        labels.put("org.opencontainers.image.base.name", base.local() ? "local" : base.written());
        if (revision != null && !revision.isEmpty()) {
            labels.put("org.opencontainers.image.revision", revision);
        }
        return labels;
    }
}
