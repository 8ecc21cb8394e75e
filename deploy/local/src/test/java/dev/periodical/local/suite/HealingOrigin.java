package dev.periodical.local.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * Every host of the pages' tests, on one port of loopback. What is called {@code lost} is not found until the origin is healed,
 * what is called {@code awaited} is in trouble for ever; all else is a picture.
 */
final class HealingOrigin implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile boolean healed;

    HealingOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void heal() {
        healed = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int status = path.contains("awaited") ? 503 : path.contains("lost") && !healed ? 404 : 200;
        byte[] body = status == 200 ? picture(path) : new byte[0];
        exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Hills under a sky, others for each path. */
    private static byte[] picture(String path) throws IOException {
        Random random = new Random(path.hashCode());
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.getHSBColor(random.nextFloat(), .35f, .95f), 0, 800, Color.WHITE));
        pen.fillRect(0, 0, 1200, 800);
        float hue = random.nextFloat();
        for (int hill = 0; hill < 5; hill++) {
            pen.setColor(Color.getHSBColor(hue, .4f, .8f - hill * .12f));
            pen.fillOval(random.nextInt(1400) - 600, 350 + hill * 90, 1100, 700);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
