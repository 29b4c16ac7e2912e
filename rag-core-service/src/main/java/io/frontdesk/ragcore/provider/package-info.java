/** Calls to the providers of models, bounded in time and in size. */
@NullMarked
package io.frontdesk.ragcore.provider;

import org.jspecify.annotations.NullMarked;
