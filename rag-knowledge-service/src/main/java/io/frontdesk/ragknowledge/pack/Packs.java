package io.frontdesk.ragknowledge.pack;

import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The packs that can be installed: those that ship with the service and those in the operator's
 * directory, read when the service starts. A broken one is left out, and the log says why.
 */
@Component
@EnableConfigurationProperties(PackProperties.class)
public class Packs {

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final Map<String, NavigableMap<Version, Pack>> packs = new TreeMap<>();
    private final Validator validator;

    Packs(Validator validator, PackProperties properties) throws IOException {
        this.validator = validator;
        PackFiles.ofClassPath().forEach(this::add);
        var directory = properties.directory();
        if (directory != null) {
            for (var folder : PackFiles.folders(directory)) {
                try {
                    add(PackFiles.of(folder));
                } catch (InvalidPack | IOException broken) {
                    LOG.warn("The industry pack {} is left out: {}", folder, broken.getMessage());
                }
            }
        }
    }

    private void add(PackFiles files) {
        try {
            add(PackReader.read(validator, files));
        } catch (InvalidPack broken) {
            LOG.warn("The industry pack {} is left out: {}", files.origin(), broken.getMessage());
        }
    }

    /**
     * Offers a pack.
     *
     * @throws InvalidPack when another pack has its name and version
     */
    final void add(Pack pack) {
        var versions = packs.computeIfAbsent(pack.name(), _ -> new TreeMap<>());
        if (versions.putIfAbsent(pack.version(), pack) != null) {
            throw new InvalidPack(
                    List.of(
                            "pack.yaml: version: %s %s is there already; raise the version"
                                    .formatted(pack.name(), pack.version())));
        }
    }

    /** The newest version of each pack, by name. */
    public List<Pack> newest() {
        var newest = new ArrayList<Pack>();
        packs.values().forEach(versions -> newest.add(versions.lastEntry().getValue()));
        newest.sort(Comparator.comparing(Pack::name));
        return newest;
    }

    /**
     * A pack by name.
     *
     * @param version null for the newest
     */
    public Optional<Pack> find(String name, @Nullable Version version) {
        var versions = packs.get(name);
        if (versions == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                version == null ? versions.lastEntry().getValue() : versions.get(version));
    }
}
