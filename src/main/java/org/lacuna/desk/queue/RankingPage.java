package org.lacuna.desk.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.page.SentForm;

/** The rules by which the queue is ranked: read by every editor, changed with a reason. */
@Path("/desk/ranking")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RankingPage {
    private static final int MOST_NUMBER = 8;
    private static final int MOST_REASON = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance ranking(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows. */
    record View(List<Shown> rules, List<RuleQueries.Change> history) {}

    /** A rule with what it gives. */
    record Shown(Rule rule, String weight, String most) {}

    private final Visit visit;
    private final RuleQueries queries;
    private final ChangeRanking change;

    RankingPage(Visit visit, RuleQueries queries, ChangeRanking change) {
        this.visit = visit;
        this.queries = queries;
        this.change = change;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String ranking() {
        return page(SentForm.empty());
    }

    @POST
    @Allowed(DeskRole.SENIOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(SentForm form) {
        Optional<Rule> rule = Rule.of(form.value("rule"));
        Optional<Double> weight = number(form, "weight");
        Optional<Double> most = number(form, "most");
        String reason = form.required("reason", MOST_REASON, "Say why; the reason stands in the history below.");
        if (rule.isEmpty()) {
            form.refuse("rule", "Choose one of the rules.");
        }
        Optional<Rule.Weight> said = weight.flatMap(
                points -> most.flatMap(cap -> form.read("weight", "", none -> new Rule.Weight(points, cap))));
        if (form.refused() || rule.isEmpty() || said.isEmpty()) {
            return Response.status(422).entity(page(form)).build();
        }
        change.change(visit.visitor().editor(), rule.get(), said.get(), reason);
        return SeeOther.at("/desk/ranking").build();
    }

    private static Optional<Double> number(SentForm form, String name) {
        String typed = form.required(name, MOST_NUMBER, "Write a number, such as 5 or 2.5.");
        if (!typed.matches("-?\\d{1,4}([.,]\\d{1,2})?")) {
            form.refuse(name, "Write a number, such as 5 or 2.5.");
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(typed.replace(',', '.')));
    }

    private String page(SentForm form) {
        Map<Rule, Rule.Weight> weights = queries.weights();
        List<Shown> rules = Rule.all().stream()
                .map(rule -> new Shown(
                        rule,
                        Line.number(weights.get(rule).weight()),
                        Line.number(weights.get(rule).most())))
                .toList();
        return Templates.ranking(visit.visitor(), new View(rules, queries.history()), form)
                .render();
    }
}
