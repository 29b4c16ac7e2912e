package io.frontdesk.orchestration.registry;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps this process itself in its own registry, by a call and not over HTTP: its web server opens
 * after the client would register and closes before it would sign off.
 */
@Component
class OwnInstance {
    private final PeerAwareInstanceRegistry registry;
    private final ApplicationInfoManager self;

    OwnInstance(PeerAwareInstanceRegistry registry, ApplicationInfoManager self) {
        this.registry = registry;
        this.self = self;
    }

    @Scheduled(
            fixedRateString = "${eureka.instance.lease-renewal-interval-in-seconds:5}",
            timeUnit = TimeUnit.SECONDS)
    void renew() {
        InstanceInfo info = self.getInfo();
        if (registry.getInstanceByAppAndId(info.getAppName(), info.getInstanceId()) == null) {
            registry.register(info, false);
        } else {
            registry.renew(info.getAppName(), info.getInstanceId(), false);
        }
    }
}
