package io.frontdesk.gateway.openapi;

import io.frontdesk.gateway.route.RouteTable;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Lists every service on the page at {@code /docs}. */
@Component
class BrowsableDocuments implements InitializingBean {
    private final SwaggerUiConfigProperties page;

    BrowsableDocuments(SwaggerUiConfigProperties page) {
        this.page = page;
    }

    @Override
    public void afterPropertiesSet() {
        Set<SwaggerUrl> urls = new LinkedHashSet<>();
        RouteTable.SERVICES.stream()
                .sorted()
                .map(service -> new SwaggerUrl(service, "/v3/api-docs/" + service, service))
                .forEach(urls::add);
        page.setUrls(urls);
    }
}
