package org.lacuna.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lacuna.page.SentForm;

/** Answers to what {@link DeskGate} turns away. What the editor typed is shown again, to be copied: nothing is lost. */
final class RefusedPage {
    private static final Set<String> NEVER_SHOWN =
            Set.of(DeskGate.TOKEN_FIELD, "password", "new-password", "repeated-password");

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
        Map<String, String> typed = new LinkedHashMap<>(SentForm.parse(body).values());
        typed.keySet().removeAll(NEVER_SHOWN);
        typed.values().removeIf(String::isBlank);
        return typed;
    }
}
