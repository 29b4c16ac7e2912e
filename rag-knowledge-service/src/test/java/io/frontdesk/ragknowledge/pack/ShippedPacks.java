package io.frontdesk.ragknowledge.pack;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The packs that ship with the service, for tests outside the package. */
public final class ShippedPacks {

    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private ShippedPacks() {}

    public static List<Pack> all() {
        try {
            return PackFiles.ofClassPath().stream()
                    .map(files -> PackReader.read(VALIDATOR, files))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Makes a pack installable, as if it lay in the operator's directory. */
    public static void offer(Packs packs, Pack pack) {
        packs.add(pack);
    }
}
