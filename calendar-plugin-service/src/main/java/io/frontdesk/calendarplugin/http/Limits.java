package io.frontdesk.calendarplugin.http;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a provider may take of us.
 *
 * @param connect the longest wait for a connection
 * @param total the longest that one request may take, its whole answer included
 * @param size the largest answer that is read
 */
public record Limits(Duration connect, Duration total, DataSize size) {}
