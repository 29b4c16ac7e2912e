package io.frontdesk.gateway.ratelimit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimiting {
    @Bean
    Buckets buckets(RateLimitProperties properties) {
        return properties.redis() == null
                ? new MemoryBuckets()
                : new RedisBuckets(properties.redis(), properties.redisTimeout());
    }
}
