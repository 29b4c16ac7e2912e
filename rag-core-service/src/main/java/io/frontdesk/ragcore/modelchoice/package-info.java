/** By which embedding model each knowledge base is searched, and which one is taking over. */
@NullMarked
package io.frontdesk.ragcore.modelchoice;

import org.jspecify.annotations.NullMarked;
