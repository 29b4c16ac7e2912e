package io.frontdesk.admincustomerrag.isolation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.admincustomerrag.isolation.RunIsolation.Attempts;
import io.frontdesk.admincustomerrag.probe.ReadProbes;
import io.frontdesk.admincustomerrag.probe.ReverseProbes;
import io.frontdesk.admincustomerrag.probe.RowProbes;
import io.frontdesk.admincustomerrag.probe.SearchProbes;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs what was asked for, in the background. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IsolationProperties.class)
class IsolationJob {

    @Bean
    Attempts attempts(
            SearchProbes searches, RowProbes rows, ReverseProbes reverse, ReadProbes reads) {
        return new Attempts(searches, rows, reverse, reads);
    }

    @Bean
    Task<Void> proveIsolation(RunIsolation runIsolation) {
        return Tasks.oneTime(StartRun.TASK)
                .execute((instance, _) -> {
                    var ids = instance.getId().split("/", 2);
                    runIsolation.run(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
                });
    }
}
