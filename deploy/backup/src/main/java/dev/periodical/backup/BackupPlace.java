package dev.periodical.backup;

import picocli.CommandLine.Option;

/** The bucket that holds the backups: better on another machine than what it protects. */
final class BackupPlace {

    @Option(
            names = "--backup-endpoint",
            required = true,
            defaultValue = "${env:BACKUP_ENDPOINT}",
            paramLabel = "URL",
            description = "S3 endpoint that holds the backups (BACKUP_ENDPOINT).")
    private String endpoint;

    @Option(
            names = "--backup-bucket",
            defaultValue = "${env:BACKUP_BUCKET:-periodical-backup}",
            description = "BACKUP_BUCKET.")
    private String bucket;

    @Option(names = "--backup-access-key", required = true, defaultValue = "${env:BACKUP_ACCESS_KEY}")
    private String accessKey;

    @Option(names = "--backup-secret-key", required = true, defaultValue = "${env:BACKUP_SECRET_KEY}")
    private String secretKey;

    @Option(names = "--backup-region", defaultValue = "${env:BACKUP_REGION:-us-east-1}", description = "BACKUP_REGION.")
    private String region;

    Bucket bucket() {
        return Bucket.at(endpoint, region, bucket, accessKey, secretKey);
    }
}
