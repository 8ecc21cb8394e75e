package dev.periodical.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request to the hostile origin, and the ways to answer it; the connection ends with the answer. */
record Exchange(Socket socket, InputStream in, String head) {

    String path() {
        return head.split(" ", 3)[1];
    }

    String host() {
        return header("host").replaceFirst(":[0-9]+$", "");
    }

    /** Empty where there is none. */
    String header(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    void picture(String contentType, byte[] bytes) throws IOException {
        raw("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        raw(bytes);
    }

    void status(int status) throws IOException {
        raw("HTTP/1.1 " + status + " So\r\nContent-Length: 0\r\n\r\n");
    }

    void redirect(String location) throws IOException {
        raw("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    void raw(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void raw(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /**
     * Waits, unless the client hangs up.
     *
     * @throws IOException when it has
     */
    void pause(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            if (in.read() < 0) {
                throw new IOException("the client is gone");
            }
        } catch (SocketTimeoutException over) {
            socket.setSoTimeout(0);
        }
    }
}
