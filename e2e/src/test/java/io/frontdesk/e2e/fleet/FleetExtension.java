package io.frontdesk.e2e.fleet;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.test.need.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one fleet for all test classes; it ends with the last of them. */
class FleetExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FleetExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Need.of(
                Jars.built(Catalog.fourteen().services().stream().map(Service::name).toList()),
                "The services' jars are not built: ./fleet test builds them first");
        fleet(context).mend();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fleet.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fleet(context);
    }

    private static Fleet fleet(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Fleet.class, type -> start(), Fleet.class);
    }

    private static Fleet start() {
        try {
            return Fleet.start(Path.of("target", "fleet").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
