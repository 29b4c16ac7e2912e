/** Reports that prove that a tenant and a stranger see nothing of each other. */
@NullMarked
package io.frontdesk.admincustomerrag.isolation;

import org.jspecify.annotations.NullMarked;
