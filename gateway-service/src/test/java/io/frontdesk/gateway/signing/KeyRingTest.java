package io.frontdesk.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.frontdesk.gateway.access.FleetProperties;
import io.frontdesk.test.postgres.TestPostgres;
import io.frontdesk.test.postgres.TestPostgres.Database;
import io.frontdesk.test.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyRingTest {
    private static final SigningProperties PROPERTIES =
            new SigningProperties(
                    Duration.ofDays(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofSeconds(30));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private Database database;

    @BeforeEach
    void migrate() {
        database = TestPostgres.database("gateway-service");
        Flyway.configure()
                .dataSource(database.owner())
                .schemas(database.schema())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @Test
    void sharesItsKeyWithOtherReplicasAndLaterStarts() {
        var one = replica("secret");
        var other = replica("secret");

        assertThat(other.signing().getKeyID()).isEqualTo(one.signing().getKeyID());
        assertThat(published(one)).hasSize(1).noneMatch(JWK::isPrivate);
    }

    /** The row rounds to microseconds, here up. */
    @Test
    void signsAtOnceWithItsFirstKey() {
        clock.advance(Duration.ofNanos(999));

        assertThat(replica("secret").signing().getKeyID()).isNotBlank();
    }

    @Test
    void publishesANewKeyBeforeItSignsAndTheOldOneWhileItsTokensLive() {
        var ring = replica("secret");
        var old = ring.signing().getKeyID();

        clock.advance(Duration.ofDays(30).plusSeconds(1));
        ring.refresh();
        assertThat(published(ring)).hasSize(2);
        assertThat(ring.signing().getKeyID()).isEqualTo(old);

        clock.advance(Duration.ofHours(1));
        var next = ring.signing().getKeyID();
        assertThat(next).isNotEqualTo(old);
        assertThat(published(ring)).hasSize(2);

        clock.advance(Duration.ofHours(2));
        ring.refresh();
        assertThat(published(ring)).extracting(JWK::getKeyID).containsExactly(next);
        assertThat(ring.signing().getKeyID()).isEqualTo(next);
    }

    @Test
    void turnsOverOnceHoweverManyReplicasThereAre() {
        var one = replica("secret");
        var other = replica("secret");
        clock.advance(Duration.ofDays(31));

        one.refresh();
        other.refresh();

        assertThat(published(one)).hasSize(2).isEqualTo(published(other));
    }

    @Test
    void storesNoPrivateKeyInTheClear() {
        var key = replica("secret").signing();

        var stored =
                JdbcClient.create(database.owner())
                        .sql("select public_jwk || private_key from signing_keys")
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain(key.getD().toString()).contains("aes-gcm:");
    }

    @Test
    void makesANewKeyWhenTheFleetsSecretChanged() {
        var before = replica("secret").signing().getKeyID();
        var ring = replica("another secret");

        assertThat(ring.signing().getKeyID()).isNotEqualTo(before);
        assertThat(published(ring)).extracting(JWK::getKeyID).contains(before);
    }

    @Test
    void doesNotOpenAKeyUnderAnotherKeysName() {
        var seal = new KeySeal(new FleetProperties("secret"));
        var sealed = seal.seal("one", "private");

        assertThat(seal.unseal("one", sealed)).hasValue("private");
        assertThat(seal.unseal("two", sealed)).isEmpty();
        assertThat(new KeySeal(new FleetProperties("")).unseal("one", sealed)).isEmpty();
    }

    private KeyRing replica(String secret) {
        var source = database.app();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var keys =
                new SigningKeys(
                        JdbcClient.create(source), new KeySeal(new FleetProperties(secret)));
        var ring = new KeyRing(keys, transaction, clock, PROPERTIES);
        ring.afterPropertiesSet();
        return ring;
    }

    private static List<JWK> published(KeyRing ring) {
        return ring.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}
