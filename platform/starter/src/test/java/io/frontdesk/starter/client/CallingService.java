package io.frontdesk.starter.client;

import io.frontdesk.starter.RunningService;
import io.frontdesk.starter.identity.SigningGateway;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** An app that calls other services. Each group has a circuit of its own. */
final class CallingService {
    static final SigningGateway GATEWAY = SigningGateway.start();
    static final Callee CALLEE = Callee.start();
    private static final int DEAD = Callee.deadPort();
    private static final RunningService SERVICE =
            RunningService.start(
                    App.class,
                    "spring.main.web-application-type=none",
                    "frontdesk.identity.token-uri=" + GATEWAY.tokenUrl(),
                    "frontdesk.identity.client-secret=secret",
                    "spring.http.serviceclient.silent-service.read-timeout=300ms",
                    "spring.http.serviceclient.half-service.read-timeout=300ms",
                    "spring.http.serviceclient.stranger.base-url=http://localhost:" + CALLEE.port(),
                    CALLEE.as("echo-service"),
                    CALLEE.as("silent-service"),
                    CALLEE.as("half-service"),
                    CALLEE.as("broken-service"),
                    CALLEE.as("missing-service"),
                    CALLEE.as("dropping-service"),
                    Callee.instance("twin-service", 0, DEAD),
                    Callee.instance("twin-service", 1, CALLEE.port()),
                    Callee.instance("dead-service", 0, DEAD));

    private CallingService() {}

    static <T> T bean(Class<T> type) {
        return SERVICE.context().getBean(type);
    }

    record Seen(String authorization, String traceparent) {}

    interface Echo {
        @GetExchange("/echo")
        Seen get();

        @PostExchange("/echo")
        Seen post();
    }

    interface Twin {
        @GetExchange("/echo")
        Seen get();
    }

    interface Stranger {
        @GetExchange("/echo")
        Seen get();
    }

    interface Dead {
        @GetExchange("/echo")
        Seen get();

        @PostExchange("/echo")
        Seen post();
    }

    interface Unknown {
        @GetExchange("/echo")
        Seen get();
    }

    interface Silent {
        @GetExchange("/silent")
        Seen get();
    }

    interface Half {
        @GetExchange("/half")
        Seen get();
    }

    interface Broken {
        @GetExchange("/broken")
        Seen get();
    }

    interface Missing {
        @GetExchange("/missing")
        Seen get();

        @GetExchange("/echo")
        Seen found();
    }

    interface Dropping {
        @GetExchange("/drop")
        Seen get();

        @PutExchange("/drop")
        void put();

        @DeleteExchange("/drop")
        void delete();

        @PostExchange("/drop")
        Seen post();

        @PostExchange("/drop")
        Seen post(@RequestHeader("Idempotency-Key") String key);
    }

    @EnableAutoConfiguration
    @ImportHttpServices(group = "echo-service", types = Echo.class)
    @ImportHttpServices(group = "twin-service", types = Twin.class)
    @ImportHttpServices(group = "stranger", types = Stranger.class)
    @ImportHttpServices(group = "dead-service", types = Dead.class)
    @ImportHttpServices(group = "unknown-service", types = Unknown.class)
    @ImportHttpServices(group = "silent-service", types = Silent.class)
    @ImportHttpServices(group = "half-service", types = Half.class)
    @ImportHttpServices(group = "broken-service", types = Broken.class)
    @ImportHttpServices(group = "missing-service", types = Missing.class)
    @ImportHttpServices(group = "dropping-service", types = Dropping.class)
    static class App {}
}
