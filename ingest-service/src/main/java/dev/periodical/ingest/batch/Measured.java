package dev.periodical.ingest.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, and lets only so many pass. Without marks. */
class Measured extends FilterInputStream {

    private long passed;
    private long most = Long.MAX_VALUE;
    private String complaint;

    Measured(InputStream in) {
        super(in);
    }

    /** How many bytes have passed. */
    long passed() {
        return passed;
    }

    /**
     * From here on at most this many more.
     *
     * @param otherwise what is said where more come, for people
     */
    void allow(long more, String otherwise) {
        most = passed + more;
        complaint = otherwise;
    }

    /** From here on as many as there are. */
    void allowAll() {
        most = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            passed += count;
            if (passed > most) {
                throw new BrokenContainer(complaint);
            }
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] nowhere = new byte[(int) Math.min(8_192, Math.max(0, count))];
        int skipped = nowhere.length == 0 ? 0 : read(nowhere, 0, nowhere.length);
        return Math.max(0, skipped);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
