package io.frontdesk.ragcore.settings;

/** The current tenant is configured anew; told in this process, within the same transaction. */
public record SettingsChanged(TenantSetting before, TenantSetting now) {}
