package io.frontdesk.ragknowledge.search;

/** Whose words a passage has: what a tenant says itself wins over what others say for it. */
public enum Origin {
    OWN,
    PACK,
    SHARED
}
