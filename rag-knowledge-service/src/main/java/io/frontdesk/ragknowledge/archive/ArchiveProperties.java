package io.frontdesk.ragknowledge.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of an archive that is imported.
 *
 * @param maxSize packed
 * @param maxContent unpacked, all entries together
 * @param maxFile unpacked, one entry; a list of things may be as large as ten files
 * @param maxEntries how many entries there may be
 * @param maxRatio of unpacked to packed bytes, above the first ten megabytes
 * @param maxExports that one process writes at once
 */
@ConfigurationProperties("frontdesk.knowledge.archive")
public record ArchiveProperties(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("4GB") DataSize maxContent,
        @DefaultValue("50MB") DataSize maxFile,
        @DefaultValue("100000") int maxEntries,
        @DefaultValue("100") int maxRatio,
        @DefaultValue("2") int maxExports) {}
