package io.frontdesk.starter;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An app of the fleet without a database, with everything that the starter gives it. */
public record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {
    /** Starts the app on a free port; settings are written as {@code name=value}. */
    public static RunningService start(Class<?> app, String... settings) {
        return start(AppResources.of(), app, settings);
    }

    /** Starts the app with the resources of that loader. */
    public static RunningService start(ClassLoader loader, Class<?> app, String... settings) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--spring.application.name=probe-service");
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        return new RunningService(
                new SpringApplicationBuilder(new DefaultResourceLoader(loader), app)
                        .run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl(url()).build();
    }

    @Override
    public void close() {
        context.close();
    }
}
