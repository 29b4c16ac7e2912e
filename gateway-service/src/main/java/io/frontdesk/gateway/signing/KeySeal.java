package io.frontdesk.gateway.signing;

import io.frontdesk.gateway.access.FleetProperties;
import io.frontdesk.gateway.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals private keys with AES-256-GCM under a key derived from the fleet's secret, so that the
 * database alone cannot sign. The key's id is authenticated with it: rows cannot be swapped.
 */
@Component
class KeySeal {
    private static final Logger log = LoggerFactory.getLogger(KeySeal.class);
    private static final String SEALED = "aes-gcm:";
    private static final String PLAIN = "plain:";
    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable SecretKeySpec secret;

    KeySeal(FleetProperties fleet) {
        if (!fleet.hasSecret()) {
            log.warn("No frontdesk.fleet.secret: signing keys are stored unsealed");
            secret = null;
        } else {
            secret =
                    new SecretKeySpec(
                            Secrets.derive(fleet.secret(), "gateway:signing-keys"), "AES");
        }
    }

    String seal(String kid, String privateKey) {
        if (secret == null) {
            return PLAIN + privateKey;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, nonce, kid);
            byte[] sealed = cipher.doFinal(privateKey.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return SEALED + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when it was sealed under another secret or altered. */
    Optional<String> unseal(String kid, String stored) {
        if (stored.startsWith(PLAIN)) {
            return Optional.of(stored.substring(PLAIN.length()));
        }
        if (secret == null || !stored.startsWith(SEALED)) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getDecoder().decode(stored.substring(SEALED.length()));
            byte[] nonce = Arrays.copyOf(both, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, nonce, kid);
            byte[] opened = cipher.doFinal(both, NONCE, both.length - NONCE);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec secret, byte[] nonce, String kid)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
