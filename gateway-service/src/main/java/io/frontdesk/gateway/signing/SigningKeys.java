package io.frontdesk.gateway.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys in the database. */
@Repository
class SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final JdbcClient jdbc;
    private final KeySeal seal;

    SigningKeys(JdbcClient jdbc, KeySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Until the transaction ends, no other replica turns the keys over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('frontdesk.signing_keys'))")
                .query((row, number) -> 1)
                .list();
    }

    /** Every key that is still published, the one that signs from the latest time first. */
    @Transactional(readOnly = true)
    public List<SigningKey> published(Instant now) {
        return jdbc.sql(
                        """
                        select * from signing_keys where retires_at is null or retires_at > ?
                        order by signs_from desc, kid
                        """)
                .param(at(now))
                .query((row, number) -> read(row))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public SigningKey create(Instant now, Instant signsFrom) {
        try {
            ECKey key =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate();
            jdbc.sql(
                            """
                            insert into signing_keys
                              (kid, public_jwk, private_key, created_at, signs_from)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            key.getKeyID(),
                            key.toPublicJWK().toJSONString(),
                            seal.seal(key.getKeyID(), key.toJSONString()),
                            at(now),
                            at(signsFrom))
                    .update();
            return new SigningKey(key, signsFrom, null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the life of every key that stops signing when the younger one begins. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retireOlderThan(SigningKey younger, Instant retiresAt) {
        jdbc.sql(
                        """
                        update signing_keys set retires_at = ?
                        where retires_at is null and kid <> ?
                        """)
                .params(at(retiresAt), younger.key().getKeyID())
                .update();
    }

    private SigningKey read(ResultSet row) throws SQLException {
        String kid = row.getString("kid");
        OffsetDateTime retiresAt = row.getObject("retires_at", OffsetDateTime.class);
        String publicJwk = row.getString("public_jwk");
        String jwk =
                seal.unseal(kid, row.getString("private_key"))
                        .orElseGet(() -> {
                            log.warn("Signing key {} cannot be unsealed", kid);
                            return publicJwk;
                        });
        try {
            return new SigningKey(
                    ECKey.parse(jwk),
                    row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                    retiresAt == null ? null : retiresAt.toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + kid + " is unreadable", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
