package org.lacuna.page.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A chart as dots, for where SVG is not taken. Only what this package has drawn is rendered, never an SVG of somebody else. */
public final class Picture {
    private static final int SCALE = 2;

    /** A curve of many years has more elements than the library allows to drawings of strangers. */
    private static final int MOST_ELEMENTS = 100_000;

    private static final LoaderContext CONTEXT = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                    MOST_ELEMENTS))
            .build();

    private Picture() {}

    /**
     * PNG (ISO/IEC 15948) at twice the drawing's size, on white.
     *
     * @throws IllegalStateException if this machine has no fonts to draw letters with
     */
    public static byte[] png(String svg) {
        try {
            SVGDocument document =
                    new SVGLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null, CONTEXT);
            if (document == null) {
                throw new IllegalArgumentException(
                        "expected a drawing of this package, found something that is no SVG");
            }
            var size = document.size();
            BufferedImage image = new BufferedImage(
                    SCALE * Math.round(size.width), SCALE * Math.round(size.height), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            document.render(null, graphics);
            graphics.dispose();
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError noFonts) {
            throw new IllegalStateException(
                    "expected fonts on this machine to draw a picture with, found none; install fontconfig and a font such"
                            + " as Noto Sans",
                    noFonts);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can always be written", impossible);
        }
    }
}
