/** Owns central configuration, environments, feature flags. */
@NullMarked
package io.frontdesk.config;

import org.jspecify.annotations.NullMarked;
