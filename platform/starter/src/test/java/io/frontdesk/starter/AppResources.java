package io.frontdesk.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.Stream;
import org.springframework.core.SmartClassLoader;

/** The class path as one app sees it: with migrations of its own, whatever other tests have. */
public final class AppResources extends URLClassLoader implements SmartClassLoader {
    private AppResources(URL[] folders) {
        super(folders, AppResources.class.getClassLoader());
    }

    /** Of an app with the files in these folders, and no other migrations. */
    public static AppResources of(Path... folders) {
        return new AppResources(Stream.of(folders).map(AppResources::url).toArray(URL[]::new));
    }

    @Override
    public URL getResource(String name) {
        return isMigration(name) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isMigration(name) ? findResources(name) : super.getResources(name);
    }

    /** Proxies must stand beside the package-private classes that they extend. */
    @Override
    public ClassLoader getOriginalClassLoader() {
        return getParent();
    }

    private static boolean isMigration(String name) {
        return name.startsWith("db/");
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
