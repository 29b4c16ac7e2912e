/** A calendar in our own tables, for a business without an account elsewhere. */
@NullMarked
package io.frontdesk.calendarplugin.builtin;

import org.jspecify.annotations.NullMarked;
