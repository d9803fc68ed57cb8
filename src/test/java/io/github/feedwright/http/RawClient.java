package io.github.feedwright.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends what it is told, byte for byte. */
public final class RawClient implements AutoCloseable {
  private static final int TIME_LIMIT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static RawClient to(FeedServer server) throws IOException {
    return to(server, 64 * 1024);
  }

  /** With a receive buffer of so many bytes: a small one fills soon when nobody reads. */
  static RawClient to(FeedServer server, int receiveBuffer) throws IOException {
    return to(server.port(), receiveBuffer);
  }

  /** To a port of this machine. */
  public static RawClient to(int port, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(TIME_LIMIT_MILLIS);
    return new RawClient(socket);
  }

  /** Sends one request and reads its answer; each line ends in CR LF, and an empty one follows. */
  static RawAnswer ask(FeedServer server, String... lines) throws IOException {
    return ask(server.port(), lines);
  }

  /** Like that, of a port of this machine. */
  public static RawAnswer ask(int port, String... lines) throws IOException {
    try (RawClient client = to(port, 64 * 1024)) {
      client.send(lines);
      return client.read(lines[0].startsWith("HEAD "));
    }
  }

  static RawAnswer get(FeedServer server, String path, String... fields) throws IOException {
    return method(server, "GET", path, fields);
  }

  static RawAnswer method(FeedServer server, String method, String path, String... fields)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: x"));
    lines.addAll(List.of(fields));
    return ask(server, lines.toArray(String[]::new));
  }

  /** Sends the lines of a head and the empty one after it. */
  public void send(String... lines) throws IOException {
    write(String.join("\r\n", lines) + "\r\n\r\n");
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads one answer; a HEAD's has no body whatever its fields say. */
  public RawAnswer read(boolean head) throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, List<String>> fields = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      fields
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    boolean bodiless = head || status == 204 || status == 304 || status < 200;
    return new RawAnswer(status, fields, bodiless ? "" : body(fields));
  }

  /** Takes up to so many bytes; -1 once there are no more, whether it ended well or not. */
  public int take(int most) {
    try {
      return in.read(new byte[most]);
    } catch (IOException e) {
      return -1;
    }
  }

  /** Like {@link #isClosed}, with at most so many milliseconds. */
  boolean isClosedWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    return isClosed();
  }

  /** Whether the server has closed the connection, cleanly or not, with no further byte. */
  public boolean isClosed() {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private String body(Map<String, List<String>> fields) throws IOException {
    List<String> length = fields.get("content-length");
    if (length == null) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    int bytes = Integer.parseInt(length.get(0));
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new EOFException("the body ended after " + body.length + " of " + bytes + " bytes");
    }
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the connection ended within a head");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
