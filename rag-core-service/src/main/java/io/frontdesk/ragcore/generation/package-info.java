/** Language models, asked in the order of their configuration. */
@NullMarked
package io.frontdesk.ragcore.generation;

import org.jspecify.annotations.NullMarked;
