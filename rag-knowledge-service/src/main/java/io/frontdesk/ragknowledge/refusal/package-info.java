/** Topics that a business of an industry does not answer: diagnosis, dosage, legal outcomes. */
@NullMarked
package io.frontdesk.ragknowledge.refusal;

import org.jspecify.annotations.NullMarked;
