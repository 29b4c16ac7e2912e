package io.frontdesk.admincustomerrag.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.frontdesk.starter.client.ServiceUnavailable;
import io.frontdesk.starter.identity.ServiceTokens;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams archives from and to rag-knowledge-service. The fleet's declarative clients hold bodies
 * in memory to repeat a call; an archive may be larger than that, so it is sent once, as it comes.
 */
@Component
@EnableConfigurationProperties(ArchiveProperties.class)
public class Archives {

    private static final String SERVICE = "rag-knowledge-service";

    private final LoadBalancerClient instances;
    private final ServiceTokens tokens;
    private final ArchiveProperties properties;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    Archives(
            LoadBalancerClient instances,
            ServiceTokens tokens,
            ArchiveProperties properties,
            JsonMapper json) {
        this.instances = instances;
        this.tokens = tokens;
        this.properties = properties;
        this.json = json;
    }

    /**
     * The tenant's archive as it is written; to be closed.
     *
     * @throws ArchiveUnavailable when none comes
     */
    public InputStream open(UUID tenant) {
        var answer = send(request(tenant, "/knowledge/archive").GET().build());
        if (answer.statusCode() != 200) {
            close(answer.body());
            throw new ArchiveUnavailable(null);
        }
        return answer.body();
    }

    /** Which of the texts stand in the tenant's archive. */
    public ArchiveTraces search(UUID tenant, Collection<String> texts) {
        try (var archive = open(tenant)) {
            return ArchiveTraces.in(archive, texts, properties.largest().toBytes());
        } catch (IOException failed) {
            throw new ArchiveUnavailable(failed);
        }
    }

    /** Has an archive taken in, in the background. */
    Import take(UUID tenant, InputStream archive) throws IOException {
        var most = properties.largest();
        var bounded = new BoundedStream(archive, most.toBytes());
        var buffered = new BufferedInputStream(bounded);
        requireZip(buffered);
        HttpResponse<InputStream> answer;
        try {
            answer =
                    send(
                            request(tenant, "/knowledge/archive")
                                    .header("Content-Type", "application/zip")
                                    .POST(BodyPublishers.ofInputStream(() -> buffered))
                                    .build());
        } catch (ArchiveUnavailable failed) {
            throw bounded.isExceeded() ? new ArchiveTooLarge(most) : failed;
        }
        return read(answer);
    }

    private Import read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var text = body.readNBytes(64 * 1024);
            int status = answer.statusCode();
            if (status == 413) {
                throw new ArchiveTooLarge(properties.largest());
            }
            if (status >= 400 && status < 500) {
                var detail = json.readTree(text).path("detail").asString("");
                throw new ArchiveRefused(detail.isEmpty() ? "Status " + status + "." : detail);
            }
            if (status != 202) {
                throw new ArchiveUnavailable(null);
            }
            return json.readValue(text, Import.class);
        } catch (JacksonException garbled) {
            throw new ArchiveUnavailable(garbled);
        }
    }

    private static void requireZip(BufferedInputStream archive) throws IOException {
        archive.mark(2);
        var first = archive.readNBytes(2);
        archive.reset();
        if (first.length < 2 || first[0] != 'P' || first[1] != 'K') {
            throw new ArchiveRefused("This is no zip archive.");
        }
    }

    private HttpRequest.Builder request(UUID tenant, String path) {
        var instance = instances.choose(SERVICE);
        if (instance == null) {
            throw new ArchiveUnavailable(null);
        }
        var request =
                HttpRequest.newBuilder(URI.create(instance.getUri() + path))
                        .timeout(properties.patience());
        try {
            tokens.forTenant(tenant)
                    .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        } catch (RestClientException | ServiceUnavailable failed) {
            throw new ArchiveUnavailable(failed);
        }
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new ArchiveUnavailable(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailable(ended);
        }
    }

    private static void close(@Nullable InputStream body) {
        try {
            Objects.requireNonNull(body).close();
        } catch (IOException alreadyGone) {
            // Nothing of it is wanted.
        }
    }

    /** An import that has begun. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Import(UUID id, String status) {}
}
