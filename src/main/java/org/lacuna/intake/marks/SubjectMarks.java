package org.lacuna.intake.marks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacuna.intake.seal.InstallationKey;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;

/** Marks what was hit, however it is written: an address, a handle, or a name alone. */
@ApplicationScoped
public class SubjectMarks {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://)?((?:[\\p{L}\\p{N}_-]+\\.)+\\p{L}{2,}/\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLE = Pattern.compile("(?<!\\S)[@\uFF20](\\S+)");

    private final InstallationKey installation;
    private final Platforms platforms;

    SubjectMarks(InstallationKey installation, Platforms platforms) {
        this.installation = installation;
        this.platforms = platforms;
    }

    /**
     * The mark of a subject that is known by its id.
     *
     * @param platform id of its definition
     */
    public SubjectMark ofId(String platform, String id) {
        return mark(platform, handle(id));
    }

    /**
     * The mark of a subject as somebody wrote it.
     *
     * @param platform id of a platform we know, or the name of another; an address we know outweighs it
     */
    public SubjectMark of(Optional<String> platform, String written) {
        Matcher address = ADDRESS.matcher(written);
        if (address.find()) {
            return ofAddress(address.group(1), platform);
        }
        Matcher handle = HANDLE.matcher(written);
        return mark(platform.orElse(""), handle.find() ? handle(handle.group(1)) : handle(written));
    }

    private SubjectMark ofAddress(String address, Optional<String> platform) {
        Optional<Recognised> known = uri("https://" + address).flatMap(platforms::recognise);
        return known.flatMap(found ->
                        found.subject().map(subject -> mark(found.platform().id(), handle(subject.id()))))
                .orElseGet(() -> mark(
                        known.map(found -> found.platform().id())
                                .or(() -> platform)
                                .orElse(""),
                        plain(address)));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException written) {
            return Optional.empty();
        }
    }

    /** Without what varies while the page is the same. */
    private static String plain(String address) {
        return address.replaceFirst("[?#].*", "")
                .replaceFirst("(?i)^(www|m|mobile)\\.", "")
                .replaceFirst("/+$", "");
    }

    private static String handle(String id) {
        return id.strip().replaceFirst("^[@\uFF20]", "");
    }

    private SubjectMark mark(String platform, String name) {
        MarkKey key = new MarkKey(installation.marks());
        ByteBuffer mac = key.of("subject", Units.name(platform) + "\0" + Units.name(name));
        return new SubjectMark(new UUID(mac.getLong(), mac.getLong()));
    }
}
