package io.frontdesk.payment.terms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the money is taken: with the payment, or by a later call. */
public enum CaptureMode {
    @JsonProperty("automatic")
    AUTOMATIC,
    @JsonProperty("manual")
    MANUAL
}
