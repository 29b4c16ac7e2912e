package io.frontdesk.test.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A consumer's expectations of a provider, replayed against the API document that the provider
 * keeps: what the consumer's client sent to WireMock must be what the provider takes, and what the
 * stubs answered must be what the provider may answer. Error answers need not be documented.
 */
public final class ContractReplay {
    private final OpenApiInteractionValidator validator;

    private ContractReplay(String document) {
        validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(document)
                        .withLevelResolver(
                                LevelResolver.create()
                                        .withLevel(
                                                "validation.response.status.unknown",
                                                ValidationReport.Level.IGNORE)
                                        .withLevel(
                                                "validation.request.security.missing",
                                                ValidationReport.Level.IGNORE)
                                        .build())
                        .build();
    }

    /** Against the document of a service of this checkout, for example {@code rag-core-service}. */
    public static ContractReplay against(String provider) {
        var file = Path.of("..", provider, ApiSnapshot.FILE);
        if (!Files.exists(file)) {
            throw new AssertionError(
                    provider
                            + " keeps no API document: its boot test writes one with "
                            + ApiSnapshot.RENEW
                            + "=true");
        }
        try {
            return new ContractReplay(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ContractReplay of(String document) {
        return new ContractReplay(document);
    }

    /** Replays everything that the server was asked, and fails with all that does not fit. */
    public void verify(WireMockServer server) {
        var events = server.getAllServeEvents();
        if (events.isEmpty()) {
            throw new AssertionError("Nothing was recorded: call the client first");
        }
        var faults = events.stream().flatMap(this::faults).toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "Consumer and provider disagree:\n- " + String.join("\n- ", faults));
        }
    }

    private Stream<String> faults(ServeEvent event) {
        var request = event.getRequest();
        var response = event.getResponse();
        var sent = new SimpleRequest.Builder(request.getMethod().getName(), request.getUrl());
        request.getAllHeaderKeys().forEach(key -> sent.withHeader(key, request.getHeader(key)));
        if (!request.getBodyAsString().isEmpty()) {
            sent.withBody(request.getBodyAsString());
        }
        var answered = new SimpleResponse.Builder(response.getStatus());
        var type = response.getHeaders().getContentTypeHeader();
        if (type.isPresent()) {
            answered.withContentType(type.firstValue());
        }
        if (response.getBodyAsString() != null && !response.getBodyAsString().isEmpty()) {
            answered.withBody(response.getBodyAsString());
        }
        return faults(sent.build(), answered.build()).stream()
                .map(fault -> request.getMethod() + " " + request.getUrl() + ": " + fault);
    }

    List<String> faults(Request request, SimpleResponse response) {
        return validator.validate(request, response).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
