/** The platform as an owner of knowledge, and which tenants may read what it shares. */
@NullMarked
package io.frontdesk.ragknowledge.platform;

import org.jspecify.annotations.NullMarked;
