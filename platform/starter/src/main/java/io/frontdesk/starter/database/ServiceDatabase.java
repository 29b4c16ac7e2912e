package io.frontdesk.starter.database;

/** This service's schema and its two roles in a database. */
record ServiceDatabase(String url, String schema, String ownerPassword, String appPassword) {
    String owner() {
        return schema + "_owner";
    }

    String app() {
        return schema + "_app";
    }

    /**
     * The URL with the search path: the service's schema, then extensions in {@code public}. Error
     * details stay out of exceptions, and so out of logs: they quote rows.
     */
    String pathUrl() {
        var separator = url.contains("?") ? "&" : "?";
        return url
                + separator
                + "currentSchema="
                + schema
                + ",public&logServerErrorDetail=false&ApplicationName="
                + schema;
    }
}
