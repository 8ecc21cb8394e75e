package dev.periodical.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginServerTest {

    private OriginServer origin;

    @BeforeEach
    void start() throws Exception {
        origin = OriginServer.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.png", "/a.jpg", "/a.gif"})
    void picture_isRealAndTheSameEveryTime(String path) throws Exception {
        byte[] first = get(DemoHosts.OPEN, path, "");

        assertThat(status(first)).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(body(first))).getWidth())
                .isEqualTo(960);
        assertThat(body(get(DemoHosts.OPEN, path, ""))).isEqualTo(body(first));
        assertThat(body(get(DemoHosts.OPEN, path.replace("a", "b"), ""))).isNotEqualTo(body(first));
    }

    @Test
    void lostPicture_isNotFound() throws Exception {
        assertThat(status(get(DemoHosts.OPEN, "/img/lost-1.png", ""))).isEqualTo(404);
    }

    @Test
    void hotlinkWall_opensToItsOwnPages() throws Exception {
        assertThat(status(get(DemoHosts.HOTLINK, "/a.png", ""))).isEqualTo(403);
        assertThat(status(get(DemoHosts.HOTLINK, "/a.png", "Referer: http://evil.example/\r\n")))
                .isEqualTo(403);
        assertThat(status(get(DemoHosts.HOTLINK, "/a.png", "Referer: http://www.pictures.example/1\r\n")))
                .isEqualTo(200);
    }

    @Test
    void poisonedHost_givesTheSameForEveryPath() throws Exception {
        byte[] one = get(DemoHosts.POISON, "/a.png", "");

        assertThat(status(one)).isEqualTo(200);
        assertThat(body(get(DemoHosts.POISON, "/b.png", ""))).isEqualTo(body(one));
    }

    @Test
    void proxy_isDead() throws Exception {
        assertThat(status(get(DemoHosts.PROXY, "/?http://static.pictures.example/a.png", "")))
                .isEqualTo(410);
    }

    /** By hand, because the JDK's client does not let a test choose the Host header. */
    private byte[] get(String host, String path, String headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), origin.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return in.readAllBytes();
        }
    }

    private static int status(byte[] response) {
        return Integer.parseInt(new String(response, 9, 3, StandardCharsets.US_ASCII));
    }

    private static byte[] body(byte[] response) {
        int blank = new String(response, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return Arrays.copyOfRange(response, blank + 4, response.length);
    }
}
