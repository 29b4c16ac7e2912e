package io.frontdesk.ragknowledge.crawling;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The durable queue of websites: each is one job, so no site is crawled twice at a time. */
@Component
public class CrawlQueue {
    private final CustomTask<Void> task;
    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Sites sites;

    CrawlQueue(CustomTask<Void> crawlWebsiteTask, Tenancy tenancy, Jobs jobs, Sites sites) {
        this.task = crawlWebsiteTask;
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.sites = sites;
    }

    /** Has a website whose row was just written looked at, when the transaction commits. */
    public void add(UUID websiteId) {
        var job = task.instance(tenancy.require() + "/" + websiteId);
        jobs.addNow(job);
        sites.hurry(job);
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {

        @Bean
        CustomTask<Void> crawlWebsiteTask(CrawlSite crawlSite, Sites sites, Tenancy tenancy) {
            return Tasks.custom("crawl-website", Void.class)
                    .onFailure((complete, operations) ->
                            operations.reschedule(complete, complete.getTimeDone().plusSeconds(10)))
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> {
                        var tenant = id(instance, 0);
                        var site = id(instance, 1);
                        var next = tenancy.as(tenant, () -> crawlSite.step(site)).orElse(null);
                        return (complete, _) -> {
                            long version = complete.getExecution().version;
                            tenancy.as(tenant, () -> sites.endStep(site, next, instance, version));
                        };
                    });
        }

        private static UUID id(TaskInstance<Void> instance, int part) {
            return UUID.fromString(instance.getId().split("/", 2)[part]);
        }
    }
}
