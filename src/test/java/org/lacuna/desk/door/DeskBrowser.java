package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;

/** Keeps cookies, takes the form token from a page as a browser does, follows no redirect. */
public class DeskBrowser {
    private final Map<String, String> cookies = new HashMap<>();

    public Response login(String name, String password) {
        return login(name, password, "");
    }

    public Response login(String name, String password, String code) {
        return remember(form().formParam("name", name)
                .formParam("password", password)
                .formParam("code", code)
                .post("/desk/login"));
    }

    /** An address as a page writes it, escapes and all. */
    public Response get(String path) {
        return remember(given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(cookies)
                .get(path));
    }

    /** What of the queue is of this kind, on whichever of its pages. */
    public Elements inQueue(String state, String css) {
        Elements found = new Elements();
        String path = "/desk?state=" + state;
        while (!path.isEmpty()) {
            Document page = Jsoup.parse(get(path).asString());
            found.addAll(page.select(css));
            path = page.select("a[rel=next]").attr("href");
        }
        return found;
    }

    /** Posts with the token of a form on the page for passwords, which every editor may see. */
    public Response post(String path, Map<String, String> fields) {
        return post(path, fields, token());
    }

    public Response post(String path, Map<String, String> fields, String token) {
        return remember(form().formParams(fields).formParam("form-token", token).post(path));
    }

    public RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    public String token() {
        return Jsoup.parse(get("/desk/password").asString())
                .select("input[name=form-token]")
                .first()
                .val();
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private Response remember(Response answer) {
        answer.detailedCookies().asList().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }
}
