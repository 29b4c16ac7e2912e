package io.frontdesk.calendarintegration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small SMTP server (RFC 5321) that keeps what it gets, and misbehaves on request. */
public final class SmtpServer {
    /** How it answers. */
    public enum Mood {
        FRIENDLY,
        /** 550 to the recipient. */
        REFUSES,
        /** 451 to the recipient. */
        BUSY,
        /** Accepts the connection and says nothing. */
        HANGS,
        /** Closes the connection at once. */
        DROPS,
        /** Takes the message and dies before it says so. */
        FORGETS
    }

    public record Mail(String from, List<String> to, MimeMessage message) {}

    private final ServerSocket socket;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Mood mood = Mood.FRIENDLY;

    public SmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void is(Mood next) {
        mood = next;
    }

    public List<Mail> mails() {
        return mails;
    }

    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().contains(address)).toList();
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            if (mood == Mood.DROPS) {
                return;
            }
            if (mood == Mood.HANGS) {
                var _ = in.readLine();
                return;
            }
            converse(client, in);
        } catch (IOException | MessagingException gone) {
            // The client has given up.
        }
    }

    private void converse(Socket client, BufferedReader in) throws IOException, MessagingException {
        var from = "";
        var to = new CopyOnWriteArrayList<String>();
        say(client, "220 test ESMTP");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO", "RSET", "NOOP" -> say(client, "250 fine");
                case "MAIL" -> {
                    from = address(line);
                    say(client, "250 fine");
                }
                case "RCPT" -> {
                    var recipient = address(line);
                    switch (mood) {
                        case REFUSES -> say(client, "550 5.1.1 No such mailbox");
                        case BUSY -> say(client, "451 4.7.1 Greylisted, come back later");
                        default -> {
                            to.add(recipient);
                            say(client, "250 fine");
                        }
                    }
                }
                case "DATA" -> {
                    say(client, "354 go on");
                    mails.add(new Mail(from, List.copyOf(to), message(in)));
                    if (mood == Mood.FORGETS) {
                        return;
                    }
                    say(client, "250 taken");
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "500 what?");
            }
        }
    }

    private static MimeMessage message(BufferedReader in) throws IOException, MessagingException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
