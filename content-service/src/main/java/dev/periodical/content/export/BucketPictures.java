package dev.periodical.content.export;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.KeptPicture;
import dev.periodical.content.bucket.KeptBytes;
import dev.periodical.http.PublicAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Pictures out of the bucket, where an operator lets this service read it; else, and where it has one not, at media-service. */
@ApplicationScoped
class BucketPictures implements Pictures {

    private final KeptBytes bytes;
    private final PublicAddresses addresses;

    BucketPictures(KeptBytes bytes, PublicAddresses addresses) {
        this.bytes = bytes;
        this.addresses = addresses;
    }

    @Override
    public boolean reachable() {
        return bytes.reachable();
    }

    @Override
    public PackedPictures packed(KeptArticle kept) {
        Map<String, String> links = new LinkedHashMap<>();
        Map<String, PackedPictures.File> files = new LinkedHashMap<>();
        long missing = 0;
        for (KeptPicture picture : kept.pictures()) {
            String url = picture.image().url();
            String link = picture.mediaId() == null ? null : TreeName.link(kept.article(), picture);
            if (link == null) {
                missing++;
            } else if (files.containsKey(link) || found(picture, link, files)) {
                links.put(url, link);
            } else {
                links.put(url, addresses.picture(picture.mediaId()));
                missing++;
            }
        }
        return new PackedPictures(links, files, missing);
    }

    private boolean found(KeptPicture picture, String link, Map<String, PackedPictures.File> files) {
        OptionalLong size = bytes.reachable() ? bytes.size(picture.mediaId()) : OptionalLong.empty();
        size.ifPresent(length -> files.put(link, new PackedPictures.File(picture.mediaId(), length)));
        return size.isPresent();
    }

    @Override
    public byte[] read(String mediaId, long offset, int length) {
        return bytes.read(mediaId, offset, length);
    }
}
