package org.lacuna.evidence.copies;

import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.enc.Decoder;
import com.twelvemonkeys.lang.StringUtil;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jboss.logging.Logger;

/** Where the few libraries stand that a worker needs, whoever loaded them here: a build tool, a test, the packaged jar. */
final class WorkerClassPath {
    private WorkerClassPath() {}

    static String here() {
        return Stream.of(
                        CopyWorker.class,
                        Loader.class,
                        RandomAccessRead.class,
                        FontBoxFont.class,
                        LogFactory.class,
                        Logger.class,
                        WebPImageReaderSpi.class,
                        ImageReaderBase.class,
                        CompoundDirectory.class,
                        ImageUtil.class,
                        Decoder.class,
                        StringUtil.class)
                .map(WorkerClassPath::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException("expected " + of.getName() + " to come from a file or folder", malformed);
        }
    }
}
