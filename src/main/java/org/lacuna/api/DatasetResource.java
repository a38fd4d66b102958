package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.bulk.BulkFile;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SiteAddress;

/** Describes the record and its files for search engines of data: JSON-LD 1.1 in the words of schema.org. */
@Path("/api/v1/dataset")
@Produces(DatasetResource.JSON_LD)
@Tag(name = "Data set", description = "The record and its files, described for machines")
public class DatasetResource {
    static final String JSON_LD = "application/ld+json";

    static final List<Parameter> PARAMETERS = List.of(Asked.AS_OF);

    private static final String TYPE = "@type";
    private static final String ABOUT =
            "When a platform suspended an account or blocked content, what was said about it, "
                    + "and whether it came back. What is claimed and what was observed are never mixed, and what is not verified "
                    + "is marked.";

    private final BulkSets sets;
    private final PublicRecord record;
    private final SiteAddress site;
    private final ObjectMapper json;

    DatasetResource(BulkSets sets, PublicRecord record, SiteAddress site, ObjectMapper json) {
        this.sets = sets;
        this.record = record;
        this.site = site;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "describeDataset",
            summary = "The record and its newest files as a schema.org Dataset",
            description =
                    "JSON-LD, for search engines of data and for whoever keeps a catalogue. With `asOf` how many cases"
                            + " there were at the end of that day, and the newest files by then that are still served.")
    @APIResponse(
            responseCode = "200",
            description = "A Dataset; each file is a DataDownload with its SHA-256",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = SchemaType.OBJECT)))
    public Response dataset(@Context UriInfo uri, @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri).asOf();
        URI root = site.root(uri.getBaseUri());
        ObjectNode dataset = json.createObjectNode();
        dataset.put("@context", "https://schema.org/").put(TYPE, "Dataset");
        dataset.put("@id", root.resolve("api/v1/dataset").toString());
        dataset.put("name", "Lacuna: suspensions and blocks by platforms, and their reversal");
        dataset.put("description", ABOUT);
        dataset.put("url", root.toString());
        dataset.put("isAccessibleForFree", true);
        dataset.put("size", record.numbers(CaseFilter.all(), asOf).cases() + " cases");
        dataset.putArray("keywords")
                .add("censorship")
                .add("platform moderation")
                .add("transparency");
        ArrayNode measured = dataset.putArray("variableMeasured");
        CaseFilter.parameters().stream().map(Parameter::name).forEach(measured::add);
        ArrayNode distribution = dataset.putArray("distribution");
        asOf.map(sets::latest).orElseGet(sets::latest).ifPresent(latest -> {
            dataset.put("version", latest.name());
            dataset.put("dateModified", latest.made().toString());
            latest.files().forEach(file -> distribution.add(download(root, latest, file)));
        });
        byte[] body = CanonicalJson.bytes(dataset);
        return Answers.tagged(body, Digest.of(body), request).type(JSON_LD).build();
    }

    private ObjectNode download(URI root, BulkSet set, BulkFile file) {
        ObjectNode download = json.createObjectNode();
        download.put(TYPE, "DataDownload");
        download.put("name", file.name());
        download.put(
                "contentUrl",
                root.resolve("bulk/" + set.name() + "/" + file.name()).toString());
        download.put("encodingFormat", file.media());
        download.put("contentSize", file.bytes() + " B");
        download.put("sha256", file.digest().hex());
        return download;
    }
}
