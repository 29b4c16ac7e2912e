package io.frontdesk.starter.time;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.IdGenerator;

/** A clock that tests can replace, and ids that sort by the time of their making. */
@AutoConfiguration
public class TimeAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** UUIDv7 (RFC 9562): new rows land at the end of an index, and an id tells roughly when. */
    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator() {
        var generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }
}
