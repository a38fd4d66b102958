package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lacuna.intake.seal.Identity;
import org.lacuna.page.SentForm;

/** How somebody becomes an editor: an administrator invites, a link goes out of band, an account is made with it, once. */
@ApplicationScoped
class Invitations {
    private static final Pattern NAME =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Mn}\\p{Mc}\\p{Nd}._-]{1,39}");
    private static final int MOST_NAME = 40;

    /** So that no editor is taken for the console in the audit trail. */
    private static final String CONSOLE = "console";

    private final InvitationQueries queries;
    private final EditorRepository editors;
    private final Accounts accounts;
    private final EditorKeys keys;
    private final OpenSession sessions;
    private final Audit audit;

    Invitations(
            InvitationQueries queries,
            EditorRepository editors,
            Accounts accounts,
            EditorKeys keys,
            OpenSession sessions,
            Audit audit) {
        this.queries = queries;
        this.editors = editors;
        this.accounts = accounts;
        this.keys = keys;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The secret of the link, to be shown once; empty if something was refused, and then the form says what. */
    @Transactional
    Optional<Token> invite(Visitor admin, SentForm form) {
        String name = EditorRepository.asKept(form.required("name", MOST_NAME, "Give the account a name."));
        Set<DeskRole> roles = roles(form);
        if (!NAME.matcher(name).matches() || name.equals(CONSOLE)) {
            form.refuse(
                    "name", "Expected 2 to 40 letters, digits, dots and hyphens, beginning with a letter or digit.");
        } else if (editors.knows(name) || queries.invites(name)) {
            form.refuse("name", "There is, or was, an editor of this name, or an invitation for it. Choose another.");
        }
        if (form.refused()) {
            return Optional.empty();
        }
        Token token = Token.draw();
        queries.add(token, name, roles, admin.editor());
        audit.act(admin.editor(), DeskAction.INVITED_EDITOR, name, words(roles));
        return Optional.of(token);
    }

    /** The roles that were ticked in a form; at least one, or the form says so. */
    static Set<DeskRole> roles(SentForm form) {
        Set<DeskRole> ticked = EnumSet.noneOf(DeskRole.class);
        for (DeskRole role : DeskRole.values()) {
            if (form.value(role.word()).equals("on")) {
                ticked.add(role);
            }
        }
        if (ticked.isEmpty()) {
            form.refuse("triage", "Choose at least one role.");
        }
        return ticked;
    }

    static String words(Set<DeskRole> roles) {
        return String.join(", ", roles.stream().sorted().map(DeskRole::word).toList());
    }

    List<Invitation> open() {
        return queries.open();
    }

    /** The invitation of a link, if it still holds. */
    Optional<Invitation> of(Token token) {
        return queries.open(token);
    }

    /** @throws NotFoundException if it is not open */
    @Transactional
    void revoke(Visitor admin, UUID id) {
        String name =
                queries.revoke(id).orElseThrow(() -> new NotFoundException("There is no open invitation like this."));
        audit.act(admin.editor(), DeskAction.REVOKED_INVITATION, name, "");
    }

    /**
     * Makes the account and opens its first session.
     *
     * @return the secret of the session; empty if something was refused, and then the form says what
     * @throws NotFoundException if the invitation does not hold any more
     */
    @Transactional
    Optional<Token> accept(Invitation invitation, SentForm form) {
        Optional<String> password = NewPassword.read(form, invitation.name());
        if (password.isEmpty()) {
            return Optional.empty();
        }
        if (!queries.accept(invitation.id())) {
            throw new NotFoundException("This invitation was used, taken back or is too old.");
        }
        Editor editor = accounts.add(invitation.name(), invitation.roles(), password.get(), false);
        Identity identity = keys.open(editor, password.get(), true)
                .orElseThrow(() -> new IllegalStateException("a new key does not open with its password"));
        Token session = sessions.open(editor, identity);
        audit.act(editor.id(), DeskAction.ACCEPTED_INVITATION, editor.name(), "invited by " + invitation.madeBy());
        return Optional.of(session);
    }
}
