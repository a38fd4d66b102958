package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.page.SentForm;

/** Answers to what {@link DeskGate} turns away. What the editor typed is shown again, to be copied: nothing is lost. */
final class RefusedPage {
    private static final Set<String> NEVER_SHOWN =
            Set.of(DeskGate.TOKEN_FIELD, "password", "new-password", "repeated-password", "secret", "code", "old-code");

    /** In characters; more than the longest form that an editor can send with success. */
    private static final int MOST_SHOWN = 40_000;

    private static final int MOST_NAME = 100;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance refused(String title, String reason, Map<String, String> typed);
    }

    private RefusedPage() {}

    static Response sessionEnded(byte[] body) {
        return page(
                Response.Status.UNAUTHORIZED,
                "Your session has ended",
                "Nothing was changed. Log in again and send it once more.",
                typed(body));
    }

    static Response withoutToken(byte[] body) {
        return page(
                Response.Status.FORBIDDEN,
                "This form was not from your session",
                "Nothing was changed. The form came without the token of your session: it was open since before you"
                        + " last logged in, or another site tried to send it for you. Open the page again.",
                typed(body));
    }

    static Response notAllowed(Visitor visitor, byte[] body) {
        return page(
                Response.Status.FORBIDDEN,
                "This is not yours to do",
                "Nothing was shown or changed. Your account is for: "
                        + visitor.roles().stream().sorted().map(DeskRole::title).collect(Collectors.joining(", "))
                        + ". An administrator can give you another role.",
                typed(body));
    }

    static Response locked(byte[] body) {
        return page(
                Response.Status.CONFLICT,
                "Your key is locked here",
                "Nothing was changed. This server was started again, or another one answered before: go to the desk,"
                        + " type your password to unlock your key, and send it once more.",
                typed(body));
    }

    static Response foreign() {
        return page(
                Response.Status.FORBIDDEN,
                "This form came from another site",
                "Nothing was changed. If you did not mean to send anything, close the other site.",
                Map.of());
    }

    private static Response page(Response.Status status, String title, String reason, Map<String, String> typed) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .entity(Templates.refused(title, reason, typed).render())
                .build();
    }

    private static Map<String, String> typed(byte[] body) {
        Map<String, String> typed = new LinkedHashMap<>();
        int room = MOST_SHOWN;
        for (Map.Entry<String, String> field : SentForm.parse(body).values().entrySet()) {
            String name = shown(field.getKey(), MOST_NAME);
            if (!NEVER_SHOWN.contains(field.getKey()) && !field.getValue().isBlank()) {
                typed.put(name, shown(field.getValue(), room));
                room = Math.max(0, room - field.getValue().length());
            }
        }
        return typed;
    }

    private static String shown(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " … (this was longer)";
    }
}
