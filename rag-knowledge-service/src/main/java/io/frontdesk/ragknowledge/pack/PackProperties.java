package io.frontdesk.ragknowledge.pack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where industry packs are found besides those that ship with the service.
 *
 * @param directory with a folder for each pack of the operator's own; none if not set
 */
@ConfigurationProperties("frontdesk.knowledge.industries")
record PackProperties(@Nullable Path directory) {}
