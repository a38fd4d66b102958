package org.lacuna.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * The stylesheet and the icon, under a URL that carries their digest: a browser may keep them for a year (RFC 8246)
 * and still shows the new one after an update. Templates read the URLs as {@code {inject:assets.stylesheet}}.
 */
@Named("assets")
@ApplicationScoped
@Path("/assets")
public class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final List<String> SHEETS = List.of(
            "ground",
            "frame",
            "text",
            "table",
            "form",
            "badge",
            "case",
            "timeline",
            "chart",
            "desk",
            "intake",
            "print");

    private record Asset(String name, String type, byte[] bytes, String digest) {
        static Asset of(String name, String type, byte[] bytes) {
            return new Asset(name, type, bytes, Digest.of(bytes).hex().substring(0, 16));
        }

        String url() {
            return "/assets/" + digest + "/" + name;
        }
    }

    private final Asset stylesheet = Asset.of("lacuna.css", "text/css;charset=UTF-8", sheets());
    private final Asset icon = Asset.of("lacuna.svg", "image/svg+xml", bytes("/page/lacuna.svg"));
    private final Map<String, Asset> byName = Map.of(stylesheet.name, stylesheet, icon.name, icon);

    /** Path of the one stylesheet. */
    public String stylesheet() {
        return stylesheet.url();
    }

    /** Path of the icon, an SVG. */
    public String icon() {
        return icon.url();
    }

    @GET
    @Path("/{digest}/{name}")
    public Response asset(
            @PathParam("digest") String digest, @PathParam("name") String name, @Context Request request) {
        Asset asset = Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new NotFoundException("There is no file of this name."));
        EntityTag tag = new EntityTag(asset.digest);
        // A page kept from before an update still asks for the old digest: it gets today's file, but not for a year.
        String keep = asset.digest.equals(digest) ? FOREVER : "no-cache";
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(asset.bytes, asset.type))
                .tag(tag)
                .header("Cache-Control", keep)
                .build();
    }

    private static byte[] sheets() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        SHEETS.forEach(sheet -> all.writeBytes(bytes("/page/style/" + sheet + ".css")));
        return all.toByteArray();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected the file " + resource + " in the build, found none");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
