package io.frontdesk.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.events.TestSchema;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.identity.IdentityAuthentication;
import io.frontdesk.starter.problem.Problem;
import io.frontdesk.starter.problem.ProblemAutoConfiguration;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;

/** A web service whose calls have effects. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TimeAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TenancyAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ProblemAutoConfiguration.class,
    IdempotencyAutoConfiguration.class
})
class Shop {
    record Purchase(String name) {}

    record Receipt(int number, String name) {}

    @Problem(status = HttpStatus.CONFLICT, type = "sold-out", title = "Sold out")
    static class SoldOut extends RuntimeException {
        SoldOut() {
            super("Nothing left.");
        }
    }

    /** Calls the shop as one caller. */
    record Caller(ConfigurableApplicationContext app, String subject, @Nullable String tenant) {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        HttpResponse<String> post(String path, @Nullable String key, String body)
                throws IOException, InterruptedException {
            return post(path, key, "application/json", BodyPublishers.ofString(body));
        }

        HttpResponse<String> post(
                String path, @Nullable String key, String type, BodyPublisher body)
                throws IOException, InterruptedException {
            var port = app.getEnvironment().getProperty("local.server.port");
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", type)
                            .header("subject", subject)
                            .POST(body);
            if (tenant != null) {
                request.header("tenant", tenant);
            }
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** The caller is whom the headers name. */
    static class HeaderIdentity extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var subject = request.getHeader("subject");
            var tenant = request.getHeader("tenant");
            if (subject != null && !subject.isEmpty()) {
                var identity =
                        new Identity(
                                subject,
                                tenant == null ? null : UUID.fromString(tenant),
                                Set.of(),
                                Set.of());
                SecurityContextHolder.getContext()
                        .setAuthentication(new IdentityAuthentication(identity, null));
            }
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        }
    }

    /** What the shop does, for a test to watch and to steer. */
    static class Till {
        final AtomicInteger calls = new AtomicInteger();
        volatile CountDownLatch entered = new CountDownLatch(1);
        volatile CountDownLatch open = new CountDownLatch(0);
        volatile boolean soldOut;

        void reset() {
            calls.set(0);
            entered = new CountDownLatch(1);
            open = new CountDownLatch(0);
            soldOut = false;
        }

        void pass() throws InterruptedException {
            entered.countDown();
            open.await();
            if (soldOut) {
                throw new SoldOut();
            }
        }
    }

    @RestController
    static class ShopController {
        private final JdbcClient jdbc;
        private final Till till;

        ShopController(JdbcClient jdbc, Till till) {
            this.jdbc = jdbc;
            this.till = till;
        }

        @PostMapping("/purchases")
        @Transactional
        ResponseEntity<Receipt> buy(@RequestBody Purchase purchase) throws InterruptedException {
            record(purchase.name());
            till.pass();
            var receipt = new Receipt(till.calls.incrementAndGet(), purchase.name());
            return ResponseEntity.created(URI.create("/purchases/" + receipt.number()))
                    .body(receipt);
        }

        @PostMapping("/payments")
        @RequiresIdempotencyKey(oneTransaction = false)
        Receipt pay(@RequestBody Purchase purchase) throws InterruptedException {
            record(purchase.name());
            till.pass();
            return new Receipt(till.calls.incrementAndGet(), purchase.name());
        }

        @PostMapping("/parcels")
        @CallsThirdParty
        Receipt ask(@RequestBody Purchase purchase) throws InterruptedException {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
            return pay(purchase);
        }

        @PostMapping("/files")
        Receipt upload(@RequestParam MultipartFile file) throws IOException {
            return new Receipt(
                    till.calls.incrementAndGet(),
                    file.getOriginalFilename() + file.getBytes().length);
        }

        @PostMapping("/forms")
        Receipt form(@RequestParam String name) {
            return new Receipt(till.calls.incrementAndGet(), name);
        }

        @PostMapping("/large")
        byte[] large(@RequestBody byte[] body) {
            till.calls.incrementAndGet();
            return body;
        }

        @PostMapping(value = "/later", produces = MediaType.TEXT_PLAIN_VALUE)
        Callable<String> later() {
            record("later");
            return () -> {
                if (till.soldOut) {
                    throw new SoldOut();
                }
                return "answer " + till.calls.incrementAndGet();
            };
        }

        @GetMapping("/purchases")
        int look() {
            return till.calls.get();
        }

        @PostMapping("/swallowed")
        @Transactional
        String swallowed() {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return "as if nothing had happened";
        }

        @PostMapping("/redirects")
        void redirect(HttpServletResponse response) throws IOException {
            till.calls.incrementAndGet();
            response.sendRedirect("/purchases/1");
        }

        @PostMapping("/kill")
        @Transactional
        Receipt kill(@RequestBody Purchase purchase) {
            record(purchase.name());
            if (till.calls.incrementAndGet() == 1) {
                jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().singleValue();
            }
            return new Receipt(till.calls.get(), purchase.name());
        }

        private void record(String name) {
            jdbc.sql(
                            """
                            insert into thing (owner, name)
                            values (nullif(current_setting('app.tenant', true), '')::uuid, :name)
                            """)
                    .param("name", name)
                    .update();
        }
    }

    @Bean
    FilterRegistrationBean<HeaderIdentity> headerIdentity() {
        var registration = new FilterRegistrationBean<>(new HeaderIdentity());
        registration.setOrder(-100);
        return registration;
    }

    static ConfigurableApplicationContext open(TestSchema schema, String... settings) {
        return new SpringApplicationBuilder(Shop.class, ShopController.class, Till.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .properties(
                        Map.of(
                                "spring.application.name",
                                "shop-service",
                                "server.port",
                                "0",
                                "spring.cloud.config.enabled",
                                "false"))
                .properties(settings)
                .initializers(context ->
                        context.getBeanFactory()
                                .registerSingleton("dataSource", schema.application()))
                .run();
    }
}
