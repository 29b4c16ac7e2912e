package io.frontdesk.launcher.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.catalog.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartSequenceTest {
    private final Recorded steps = new Recorded();

    @Test
    void startsEachAfterWhatItNeeds() throws InterruptedException {
        assertThat(run(3, service("a"), service("b", "a"), service("c", "a", "b"))).isTrue();

        assertThat(steps.events)
                .containsExactly("start a", "ready a", "start b", "ready b", "start c", "ready c");
    }

    @Test
    void startsAFewAtATime() throws InterruptedException {
        run(2, service("a"), service("b"), service("c"), service("d"), service("e"));

        assertThat(steps.mostAtOnce).isEqualTo(2);
    }

    @Test
    void reportsWhatDiesAndStartsNothingThatNeedsIt() throws InterruptedException {
        steps.dying.add("a");

        assertThat(run(2, service("a"), service("b", "a"), service("c"))).isFalse();

        assertThat(steps.events)
                .contains(
                        "failed a: ended while it was starting",
                        "failed b: not started, because a is not ready",
                        "ready c")
                .doesNotContain("start b");
    }

    @Test
    void givesUpOnWhatDoesNotBecomeReady() throws InterruptedException {
        steps.slow.add("a");
        var sequence = new StartSequence(steps, Clock.systemUTC(), 2, Duration.ofMillis(150));

        assertThat(sequence.run(List.of(service("a")), Set.of())).isFalse();
        assertThat(steps.events).contains("failed a: is not ready after 0 s");
    }

    @Test
    void onlyWaitsForWhatRunsAlready() throws InterruptedException {
        var sequence = new StartSequence(steps, Clock.systemUTC(), 2, Duration.ofSeconds(5));
        steps.polls.put("a", 0);

        assertThat(sequence.run(List.of(service("a"), service("b", "a")), Set.of("a"))).isTrue();
        assertThat(steps.events).containsExactly("ready a", "start b", "ready b");
    }

    private boolean run(int atOnce, Service... services) throws InterruptedException {
        return new StartSequence(steps, Clock.systemUTC(), atOnce, Duration.ofSeconds(5))
                .run(List.of(services), Set.of());
    }

    private static Service service(String name, String... after) {
        return new Service(name, 0, 64, false, List.of(after));
    }

    /** Each service is ready at the second look. */
    private static final class Recorded implements StartSequence.Steps {
        private final List<String> events = new ArrayList<>();
        private final Map<String, Integer> polls = new HashMap<>();
        private final Set<String> dying = new HashSet<>();
        private final Set<String> slow = new HashSet<>();
        private final Set<String> underWay = new HashSet<>();
        private int mostAtOnce;

        @Override
        public void start(Service service) {
            events.add("start " + service.name());
            polls.put(service.name(), 0);
            underWay.add(service.name());
            mostAtOnce = Math.max(mostAtOnce, underWay.size());
        }

        @Override
        public boolean alive(Service service) {
            return !dying.contains(service.name());
        }

        @Override
        public boolean ready(Service service) {
            return !slow.contains(service.name())
                    && polls.merge(service.name(), 1, Integer::sum) > 1;
        }

        @Override
        public void started(Service service, Duration took) {
            underWay.remove(service.name());
            events.add("ready " + service.name());
        }

        @Override
        public void failed(Service service, String why) {
            underWay.remove(service.name());
            events.add("failed " + service.name() + ": " + why);
        }
    }
}
