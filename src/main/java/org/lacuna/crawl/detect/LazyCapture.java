package org.lacuna.crawl.detect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.Evaluator;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Capture;
import org.lacuna.platform.JsonSource;
import org.lacuna.platform.ScriptSource;
import org.lacuna.platform.Wording;

/** One answer, decoded and parsed no further than the rules ask. Not for several threads at once. */
final class LazyCapture implements Capture {
    /** Real pages nest some 60 elements deep. Parsing time grows with the depth, so a page made of open tags is cut. */
    private static final int DEEPEST = 200;

    private static final Evaluator HEAD = new Evaluator.Tag("head");

    private final Answer answer;
    private final Map<ScriptSource, List<JsonNode>> scripts = new HashMap<>();
    private final Map<JsonSource, Optional<JsonNode>> sources = new HashMap<>();
    private Optional<String> text = Optional.empty();
    private Optional<Grams> grams = Optional.empty();
    private Optional<StreamParser> parser = Optional.empty();
    private Optional<Document> html = Optional.empty();
    private Optional<ElementIndex> head = Optional.empty();
    private Optional<ElementIndex> elements = Optional.empty();
    private Optional<String> visible = Optional.empty();
    private Optional<Optional<JsonNode>> json = Optional.empty();

    LazyCapture(Answer answer) {
        this.answer = answer;
    }

    @Override
    public int status() {
        return answer.status();
    }

    @Override
    public URI answered() {
        return answer.answered();
    }

    @Override
    public List<String> header(String name) {
        return answer.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public String body(int longest) {
        return text().substring(0, Math.min(longest, text().length()));
    }

    @Override
    public boolean mayHave(String word) {
        if (grams.isEmpty()) {
            grams = Optional.of(new Grams(text()));
        }
        return grams.get().mayHave(word);
    }

    /** Data is no page: what looks like HTML inside it is only quoted there. */
    @Override
    public Document html() {
        if (html.isEmpty()) {
            html = Optional.of(json().isPresent() ? Document.createShell(address()) : complete());
        }
        return html.get();
    }

    private Document complete() {
        try {
            return parser().complete();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    private StreamParser parser() {
        if (parser.isEmpty()) {
            parser = Optional.of(new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST)).parse(text(), address()));
        }
        return parser.get();
    }

    private String address() {
        return answer.answered().toString();
    }

    @Override
    public List<Element> elementsInHead(String anchor) {
        if (head.isEmpty()) {
            head = Optional.of(new ElementIndex(json().isPresent() ? Document.createShell(address()) : head()));
        }
        return head.get().at(anchor);
    }

    private Element head() {
        try {
            return Optional.ofNullable(parser().selectFirst(HEAD)).orElseGet(() -> new Element("head"));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    @Override
    public List<Element> elements(String anchor) {
        if (elements.isEmpty()) {
            elements = Optional.of(new ElementIndex(html()));
        }
        return elements.get().at(anchor);
    }

    @Override
    public String visibleText() {
        if (visible.isEmpty()) {
            visible = Optional.of(Wording.folded(VisibleText.of(html())));
        }
        return visible.get();
    }

    @Override
    public Optional<JsonNode> json(JsonSource source) {
        return sources.computeIfAbsent(source, this::found);
    }

    /** Of several scripts, the first counts that holds what is looked for. */
    private Optional<JsonNode> found(JsonSource source) {
        Stream<JsonNode> wholes = source.script().isEmpty()
                ? json().stream()
                : scripts.computeIfAbsent(source.script().get(), this::inScripts).stream();
        return wholes.flatMap(whole -> part(whole, source).stream()).findFirst();
    }

    private static Optional<JsonNode> part(JsonNode whole, JsonSource source) {
        Stream<JsonNode> held = source.heldIn().isEmpty()
                ? Stream.of(whole)
                : source.heldIn().get().in(whole).flatMap(text -> JsonText.whole(text.asText()).stream());
        return source.below().isEmpty()
                ? held.findFirst()
                : held.flatMap(node ->
                                Stream.ofNullable(node.findValue(source.below().get())))
                        .findFirst();
    }

    private Optional<JsonNode> json() {
        if (json.isEmpty()) {
            json = Optional.of(JsonText.whole(text()));
        }
        return json.get();
    }

    private List<JsonNode> inScripts(ScriptSource source) {
        // a script that does not even have the variable's name assigns nothing to it
        if (source.assignedTo().filter(name -> !text().contains(name)).isPresent()) {
            return List.of();
        }
        return source.scripts()
                .in(this)
                .flatMap(script -> JsonText.inside(script.data(), source.assignedTo()).stream())
                .toList();
    }

    private String text() {
        if (text.isEmpty()) {
            text = Optional.of(answer.text());
        }
        return text.get();
    }
}
