package org.lacuna.api.hooks;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.api.access.WhoAsks;
import org.lacuna.publication.CaseFilter;
import org.lacuna.shared.SiteAddress;

/** Subscribes a URL to the changes that concern a filter, and lets its owner look after it. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Messages to your server when something changes, signed by Standard Webhooks")
@SecurityScheme(
        securitySchemeName = "webhook",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token that was told when the webhook was made")
public class WebhooksResource {
    private static final int LISTED = 500;
    private static final String ID = "The `id` that was told when the subscription was made";

    private final Subscriptions subscriptions;
    private final TroubleQueries troubles;
    private final HookQueries queries;
    private final SiteAddress site;
    private final WhoAsks asks;

    WebhooksResource(
            Subscriptions subscriptions, TroubleQueries troubles, HookQueries queries, SiteAddress site, WhoAsks asks) {
        this.subscriptions = subscriptions;
        this.troubles = troubles;
        this.queries = queries;
        this.site = site;
        this.asks = asks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "subscribe",
            summary = "Subscribe a URL",
            description =
                    "`url` must be https. `filter` holds any parameters by which cases are narrowed; a case that leaves it"
                            + " is told of too, and what is taken out of the record is told to everybody. `after` is the last change"
                            + " that you know, or the last there is. A few seconds later the URL gets a signed POST of type"
                            + " `webhook.verification` and must answer 2xx with its `data.challenge`, as text or as"
                            + " {\"challenge\": …}; before that nothing is sent. `token` and `secret` are told only here.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription, with its token and its secret",
            content = @Content(schema = @Schema(implementation = HookView.class)))
    @APIResponse(responseCode = "400", description = "Something that was not understood, as application/problem+json")
    @APIResponse(responseCode = "429", description = "There is no room for more: in all, of yours, or to this host")
    public Response subscribe(byte[] body, @Context UriInfo uri) {
        Subscriptions.Signed signed = HookAnswers.withinRoom(() -> {
            HookRequest asked = HookRequest.read(body, Wish.NEW);
            return subscriptions.add(
                    asked.neededUrl(),
                    asked.filter().orElse(CaseFilter.all()),
                    asked.after(),
                    site.root(uri.getBaseUri()),
                    asks.reader());
        });
        return HookAnswers.secret(Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/webhooks/" + signed.hook().id())
                .type(MediaType.APPLICATION_JSON)
                .entity(HookView.of(signed.hook(), Optional.of(signed.token()), Optional.of(signed.secret()))));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "webhook", summary = "A subscription")
    @SecurityRequirement(name = "webhook")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content = @Content(schema = @Schema(implementation = HookView.class)))
    @APIResponse(responseCode = "401", description = "No token, or another")
    @APIResponse(responseCode = "404", description = "There is none with this id")
    public Response one(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token) {
        return shown(own(id, token));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a subscription",
            description =
                    "Any of `url` (it is asked first), `filter` (a new one in place of the old), `state`: `paused`, or"
                            + " `active` to go on. One that is unverified, gone or silent is asked again first.")
    @SecurityRequirement(name = "webhook")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands now",
            content = @Content(schema = @Schema(implementation = HookView.class)))
    public Response change(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token,
            byte[] body) {
        UUID own = own(id, token);
        HookAnswers.withinRoom(() -> {
            HookRequest asked = HookRequest.read(body, Wish.CHANGE);
            Optional<URI> url = asked.url();
            Optional<CaseFilter> filter = asked.filter();
            Optional<Boolean> paused = asked.paused();
            filter.ifPresent(each -> subscriptions.narrow(own, each));
            url.ifPresent(each -> subscriptions.move(own, each, asks.reader()));
            paused.ifPresent(pause -> {
                if (pause) {
                    subscriptions.pause(own);
                } else {
                    subscriptions.resume(own, asks.reader());
                }
            });
            return own;
        });
        return shown(own);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "unsubscribe", summary = "End a subscription", description = "Nothing of it is kept.")
    @SecurityRequirement(name = "webhook")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response remove(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token) {
        subscriptions.remove(own(id, token));
        return HookAnswers.secret(Response.noContent());
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description = "For 24 hours messages carry two signatures, with the new secret and with the one before.")
    @SecurityRequirement(name = "webhook")
    @APIResponse(
            responseCode = "200",
            description = "The subscription with its new secret",
            content = @Content(schema = @Schema(implementation = HookView.class)))
    public Response rotate(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token) {
        UUID own = own(id, token);
        String secret = subscriptions.rotate(own);
        return HookAnswers.ok(HookView.of(find(own), Optional.empty(), Optional.of(secret)));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send everything after a change again",
            description = "Each message has the same `webhook-id` as before.")
    @SecurityRequirement(name = "webhook")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands now",
            content = @Content(schema = @Schema(implementation = HookView.class)))
    public Response replay(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token,
            byte[] body) {
        UUID own = own(id, token);
        subscriptions.replay(own, HookRequest.read(body, Wish.REPLAY).neededAfter());
        return shown(own);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "webhookDeliveries",
            summary = "How delivery goes",
            description = "Messages that were taken are not listed: they are the changes up to `deliveredTo`.")
    @SecurityRequirement(name = "webhook")
    @APIResponse(
            responseCode = "200",
            description = "What is tried again and what was given up, at most 500 of each",
            content = @Content(schema = @Schema(implementation = Deliveries.class)))
    public Response deliveries(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") String token) {
        Hook hook = find(own(id, token));
        return HookAnswers.ok(new Deliveries(
                hook.state().word(),
                hook.cursor(),
                queries.last(),
                hook.delivered(),
                untaken(hook.id(), false),
                untaken(hook.id(), true)));
    }

    private List<Deliveries.Untaken> untaken(UUID hook, boolean dead) {
        return troubles.all(hook, dead, LISTED).stream()
                .map(each -> Deliveries.Untaken.of(hook, each))
                .toList();
    }

    private UUID own(String id, String authorization) {
        UUID asked = find(HookAnswers.id(id)).id();
        String token = HookAnswers.token(Optional.ofNullable(authorization));
        if (!subscriptions.opens(asked, token).orElseThrow(HookAnswers::missing)) {
            throw HookAnswers.wrongToken();
        }
        return asked;
    }

    private Hook find(UUID id) {
        return subscriptions.find(id).orElseThrow(HookAnswers::missing);
    }

    private Response shown(UUID id) {
        return HookAnswers.ok(HookView.of(find(id)));
    }
}
