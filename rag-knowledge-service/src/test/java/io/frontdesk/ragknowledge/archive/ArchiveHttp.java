package io.frontdesk.ragknowledge.archive;

import io.frontdesk.test.identity.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Archives over the wire, and taken apart. */
public final class ArchiveHttp {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public ArchiveHttp(int port) {
        this.url = "http://localhost:" + port + "/knowledge/archive";
    }

    public HttpResponse<byte[]> download(UUID tenant) throws IOException, InterruptedException {
        var request = request(tenant).GET().build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(UUID tenant, byte[] archive)
            throws IOException, InterruptedException {
        var request =
                request(tenant)
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(archive))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(UUID tenant) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + TestTokens.service(tenant));
    }

    /** The entries of an archive, in their order. */
    public static Map<String, byte[]> entries(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same archive with other things in one of its entries, under a manifest that fits. */
    public static byte[] resealed(byte[] archive, String entry, String... things)
            throws IOException {
        var json = new JsonMapper();
        var entries = entries(archive);
        var bytes = (String.join("\n", things) + "\n").getBytes(StandardCharsets.UTF_8);
        entries.put(entry, bytes);
        var manifest = (ObjectNode) json.readTree(entries.remove("manifest.json"));
        manifest.put("id", UUID.randomUUID().toString());
        ((ObjectNode) manifest.get("counts")).put(entry, things.length);
        var hash = HexFormat.of().formatHex(Outgoing.sha256().digest(bytes));
        for (var described : manifest.get("entries")) {
            if (described.get("name").stringValue().equals(entry)) {
                ((ObjectNode) described).put("size", bytes.length).put("sha256", hash);
            }
        }
        entries.put("manifest.json", json.writeValueAsBytes(manifest));
        return zip(entries);
    }
}
