package org.lacuna.crawl.detect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Capture;
import org.lacuna.platform.ScriptSource;
import org.lacuna.platform.Wording;

/** One answer, decoded and parsed no further than the rules ask. Not for several threads at once. */
final class LazyCapture implements Capture {
    /** Real pages nest some 60 elements deep. Parsing time grows with the depth, so a page made of open tags is cut. */
    private static final int DEEPEST = 200;

    private final Answer answer;
    private final Map<ScriptSource, Optional<JsonNode>> scripts = new HashMap<>();
    private Optional<String> text = Optional.empty();
    private Optional<Document> html = Optional.empty();
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

    /** Data is no page: what looks like HTML inside it is only quoted there. */
    @Override
    public Document html() {
        if (html.isEmpty()) {
            String address = answer.answered().toString();
            html = Optional.of(json().isPresent() ? Document.createShell(address) : parsed(address));
        }
        return html.get();
    }

    private Document parsed(String address) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text(), address);
    }

    @Override
    public String visibleText() {
        if (visible.isEmpty()) {
            visible = Optional.of(Wording.folded(VisibleText.of(html())));
        }
        return visible.get();
    }

    @Override
    public Optional<JsonNode> json() {
        if (json.isEmpty()) {
            json = Optional.of(JsonText.whole(text()));
        }
        return json.get();
    }

    @Override
    public Optional<JsonNode> json(ScriptSource source) {
        return scripts.computeIfAbsent(source, wanted -> wanted.scripts().in(html()).stream()
                .flatMap(script -> JsonText.inside(script.data(), wanted.assignedTo()).stream())
                .findFirst());
    }

    private String text() {
        if (text.isEmpty()) {
            text = Optional.of(answer.text());
        }
        return text.get();
    }
}
