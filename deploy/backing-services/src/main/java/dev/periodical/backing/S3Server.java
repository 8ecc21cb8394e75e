package dev.periodical.backing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder: a bucket is a sub-folder, an object is a file. Requests must be signed with the one key. */
final class S3Server implements BackingService {

    private final Path data;
    private final Reach reach;
    private final int port;
    private final String bucket;
    private final String accessKey;
    private final String secretKey;
    private S3Proxy server;

    S3Server(Path data, Reach reach, int port, String bucket, String accessKey, String secretKey) {
        this.data = data;
        this.reach = reach;
        this.port = port;
        this.bucket = bucket;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws Exception {
        Ports.claim(name(), port);
        Files.createDirectories(data.resolve(bucket));
        FilesystemNio2BlobStore store = new FilesystemNio2BlobStore(data.toString());
        S3Proxy starting = S3Proxy.builder()
                .endpoint(URI.create("http://" + reach.listen() + ":" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .blobStore(store)
                .ignoreUnknownHeaders(true)
                .build();
        starting.setBlobStoreLocator(
                (identity, container, blob) -> accessKey.equals(identity) ? new AccessGrant(secretKey, store) : null);
        starting.start();
        server = starting;
    }

    @Override
    public void stop() throws Exception {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
