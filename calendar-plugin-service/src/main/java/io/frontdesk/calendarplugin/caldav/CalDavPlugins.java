package io.frontdesk.calendarplugin.caldav;

import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.HostResolver;
import io.frontdesk.calendarplugin.dav.ServerGuard;
import io.frontdesk.calendarplugin.dav.ServerProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same plugin twice: for any server, and for Apple's. */
@Configuration(proxyBeanMethods = false)
class CalDavPlugins {
    @Bean
    ServerGuard serverGuard(ServerProperties properties, ObjectProvider<HostResolver> resolver) {
        return new ServerGuard(properties, resolver.getIfAvailable(() -> HostResolver.SYSTEM));
    }

    @Bean
    DavClient davClient(ServerGuard guard, ServerProperties properties) {
        return new DavClient(guard, properties);
    }

    @Bean
    CalDavProvider calDav(DavClient client, Clock clock) {
        return new CalDavProvider("caldav", null, client, clock);
    }

    @Bean
    CalDavProvider apple(DavClient client, Clock clock, CalDavProperties properties) {
        return new CalDavProvider("apple", properties.appleServer(), client, clock);
    }
}
