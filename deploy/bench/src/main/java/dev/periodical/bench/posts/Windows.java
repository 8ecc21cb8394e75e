package dev.periodical.bench.posts;

import java.io.ByteArrayOutputStream;

/** A document as an editor on Windows would have saved it. */
final class Windows {

    private Windows() {}

    /** The same bytes, each LF without a CR made CRLF, after a byte order mark in UTF-8. */
    static byte[] of(byte[] document) {
        ByteArrayOutputStream windows = new ByteArrayOutputStream(document.length + document.length / 16 + 3);
        windows.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        for (int i = 0; i < document.length; i++) {
            if (document[i] == '\n' && (i == 0 || document[i - 1] != '\r')) {
                windows.write('\r');
            }
            windows.write(document[i]);
        }
        return windows.toByteArray();
    }
}
