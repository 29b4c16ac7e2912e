package io.frontdesk.gateway.ratelimit;

import io.frontdesk.gateway.ratelimit.RateLimitProperties.Limit;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Buckets that all replicas share. */
class RedisBuckets implements Buckets, AutoCloseable {
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final Duration timeout;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;
    private @Nullable ProxyManager<String> buckets;

    RedisBuckets(URI redis, Duration timeout) {
        this.timeout = timeout;
        RedisURI uri = RedisURI.create(redis);
        uri.setTimeout(timeout);
        client = RedisClient.create(uri);
        client.setOptions(
                ClientOptions.builder()
                        // While Redis is away, ask at once, not when it comes back.
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
    }

    @Override
    public long take(String name, Limit limit) {
        try {
            var probe =
                    connected()
                            .builder()
                            .build("frontdesk:rate:" + name, () -> configuration(limit))
                            .tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
        } catch (RuntimeException e) {
            throw new BucketsUnreadable(e);
        }
    }

    /** Connects late, so that the gateway starts without Redis. */
    private synchronized ProxyManager<String> connected() {
        if (buckets == null) {
            connection = client.connect(CODEC);
            buckets =
                    Bucket4jLettuce.casBasedBuilder(connection)
                            .requestTimeout(timeout)
                            .expirationAfterWrite(
                                    ExpirationAfterWriteStrategy
                                            .basedOnTimeForRefillingBucketUpToMax(
                                                    Duration.ofMinutes(1)))
                            .build();
        }
        return buckets;
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder().addLimit(MemoryBuckets.bandwidth(limit)).build();
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
        }
        client.shutdown();
    }
}
