/** What a tenant may spend on language models, reserved before each call. */
@NullMarked
package io.frontdesk.ragcore.budget;

import org.jspecify.annotations.NullMarked;
