package org.lacuna.intake.marks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who floods us with made-up reports, in three ways that floods really take. The same seed makes the same
 * flood.
 */
public final class Campaign {
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> NAMES = List.of(
            "Ana",
            "Boris",
            "Chen Wei",
            "Dolma",
            "Elif",
            "Farid",
            "Gulnar",
            "Hamid",
            "Ivan",
            "Juana",
            "Katya",
            "Li Na",
            "Mehmet",
            "Nurlan",
            "Olga",
            "Pema",
            "Rashid",
            "Sonam",
            "Tursun",
            "Wang Fang");
    private static final List<String> EMOJI = List.of("😡", "🙏🙏", "‼️", "😢", "🔥", "👉", "❗", "🚫");
    private static final String TWIN = "аеорсух";
    private static final String LATIN = "aeopcyx";

    private final Random chance;

    public Campaign(long seed) {
        this.chance = new Random(seed);
    }

    /** One text with other names, days, places and signs each time, about ever other accounts. */
    public List<Report> template(int many) {
        List<String> texts = List.of(
                "Hello, my name is NAME and I live in PLACE. On DAY my account was blocked for no reason after I shared"
                        + " a photo of my cat. The company sent me a letter with number NUMBER and said that I broke"
                        + " the rules {about respect|of the community|on kindness}. I demand that you publish this"
                        + " case at once and pay attention to what they do to ordinary users like NAME. SIGN",
                "你好，我叫NAME，住在PLACE。DAY那天我的账号突然被封，编号是NUMBER，我只是发了一张猫的照片。"
                        + "平台{没有说明任何理由|一句话也没有解释|拒绝回答}，客服让我一直等待。请你们马上公开这件事，"
                        + "让所有人看到他们怎样对待普通用户NAME。SIGN",
                "Здравствуйте, меня зовут NAME, я из города PLACE. DAY мой аккаунт заблокировали без всякой причины"
                        + " после фотографии кота. Компания прислала письмо NUMBER и сообщила, что я {нарушаю правила"
                        + "|не соблюдаю правила сообщества}. Требую немедленно опубликовать этот случай и рассказать,"
                        + " как они поступают с обычными людьми, такими как NAME. SIGN");
        List<String> subjects = new ArrayList<>(List.of("@harbourwitness", "https://weibo.com/u/5557771112"));
        for (int i = 0; i < 60; i++) {
            subjects.add("@user" + (1000 + i * 7));
        }
        return made(
                many,
                i -> new Report(
                        "en",
                        one(List.of("x", "youtube", "weibo")),
                        one(subjects),
                        disguised(filled(texts.get(i % 3)))));
    }

    /** The same sentences in another order, words replaced by others that mean the same, padding between. */
    public List<Report> shuffled(int many) {
        List<String> sentences = List.of(
                "The {channel|page|profile} was {closed|shut|deleted} {last week|some days ago|recently} and {nobody|no person} {explained|told us} the reason.",
                "We {always|constantly} {kept|followed} the {rules|guidelines} and {never|not once} {insulted|attacked} anybody there.",
                "The {owner|author} is a {peaceful|quiet} {teacher|nurse} with {two|three} {children|kids} who {depends|relies} on the income.",
                "{Support|The helpdesk} {answers|replies} with {automatic|prepared} {letters|messages} that say {nothing|little} at all.",
                "{Foreign|Outside} {governments|powers} {obviously|clearly} {ordered|demanded} this {ban|closure} in secret.",
                "{Thousands|Hundreds} of {followers|readers} {ask|want to know} where the {channel|page|profile} has gone.",
                "Your {project|website} must {report|write about} this {today|immediately} or you are {part|a piece} of the {problem|scandal}.",
                "{Other|Similar} {channels|pages} with {worse|harsher} {content|posts} remain {online|available} without {trouble|limits}.",
                "We {sent|mailed} {five|six} {complaints|appeals} and {received|got} the {same|identical} {refusal|rejection}.");
        List<String> padding = List.of(
                "Thank you for reading.",
                "God bless you all.",
                "The weather here is cold today.",
                "Sorry for my bad English.",
                "Greetings from my whole family!");
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            subjects.add("https://www.youtube.com/@peace.channel." + i);
        }
        return made(many, i -> {
            List<String> order = new ArrayList<>(sentences);
            Collections.shuffle(order, chance);
            List<String> kept = new ArrayList<>(order.subList(0, 7 + chance.nextInt(3)));
            kept.add(chance.nextInt(kept.size()), one(padding));
            return new Report("en", "youtube", one(subjects), filled(String.join(" ", kept) + " SIGN"));
        });
    }

    /** Every text another one, in three languages, all about one subject, which they spell in many ways. */
    public List<Report> oneSubject(int many) {
        List<String> spellings = List.of(
                "https://x.com/lantern_house",
                "http://www.twitter.com/Lantern_House?s=20",
                "@LANTERN_HOUSE",
                "lantern_house",
                "https://mobile.twitter.com/lantern_house/",
                "l\u0430ntern_h\u043Euse",
                "x.com/lantern_house",
                "@\uFF4Cantern_house");
        return made(many, i -> new Report("en", "x", one(spellings), free(i % 3)));
    }

    private String free(int language) {
        List<List<String>> parts = List.of(
                List.of(
                        "my neighbour",
                        "a colleague",
                        "the baker",
                        "some student",
                        "the choir",
                        "our landlord",
                        "one tourist",
                        "the old poet",
                        "her cousin",
                        "this journalist",
                        "a monk",
                        "the plumber",
                        "nobody",
                        "the librarian",
                        "an official",
                        "the twins"),
                List.of(
                        "whispered",
                        "proved",
                        "doubted",
                        "recorded",
                        "forgot",
                        "screamed",
                        "noticed",
                        "laughed",
                        "guessed",
                        "translated",
                        "complained",
                        "dreamt",
                        "promised",
                        "denied",
                        "sang",
                        "calculated"),
                List.of(
                        "during breakfast",
                        "under the bridge",
                        "before the concert",
                        "at the airport",
                        "in winter",
                        "behind closed doors",
                        "on a ferry",
                        "after the funeral",
                        "near the market",
                        "by telephone",
                        "without shoes",
                        "over tea",
                        "at dawn",
                        "in the queue",
                        "beside the river",
                        "through tears"),
                List.of(
                        "that money arrived",
                        "how the lamp broke",
                        "why posters vanish",
                        "who pays the guests",
                        "that poems are weapons",
                        "whose signature it was",
                        "that the cellar is rented",
                        "where the leaflets came from",
                        "that membership costs nothing",
                        "which minister called",
                        "that chairs were stolen",
                        "when the lights went out",
                        "that speakers lie",
                        "how accounts are bought",
                        "that the flat is empty",
                        "what the lawyer drank"));
        List<List<String>> russian = List.of(
                List.of("сосед", "пекарь", "дворник", "студентка", "старый хор", "таксист", "чиновник", "монахиня"),
                List.of("шептал", "доказывал", "забыла", "смеялся", "обещала", "записал", "отрицает", "пела"),
                List.of("утром", "под мостом", "в очереди", "за чаем", "у реки", "на вокзале", "зимой", "без шапки"),
                List.of(
                        "что деньги пришли",
                        "кто платит гостям",
                        "почему исчезли плакаты",
                        "где лежат ключи",
                        "что стихи опасны",
                        "чья это подпись",
                        "что подвал сдан",
                        "когда погас свет"));
        String chinese = "灯屋书店夜晚客人名单雨伞楼梯老板钥匙茶杯海报诗歌邮票火车桥下市场铃声窗户雪山账本木箱电话邻居歌声码头报纸证人照片石头秋天";
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 5 + chance.nextInt(5); sentence++) {
            if (language == 2) {
                for (int i = 0; i < 9 + chance.nextInt(6); i++) {
                    text.append(chinese.charAt(chance.nextInt(chinese.length())));
                }
                text.append('。');
            } else {
                (language == 0 ? parts : russian)
                        .forEach(part -> text.append(one(part)).append(' '));
                text.append(". ");
            }
        }
        return text.toString();
    }

    private String filled(String template) {
        Matcher choice = CHOICE.matcher(template);
        String chosen = choice.replaceAll(found -> one(List.of(found.group(1).split("\\|"))));
        return chosen.replace("NAME", one(NAMES))
                .replace("PLACE", one(List.of("Berlin", "Izmir", "Osh", "Lhasa", "Perm", "Xining", "Leeds", "Cusco")))
                .replace("DAY", one(List.of("May 3", "12.06.2025", "2025-11-02", "the 9th", "3/7/25")))
                .replace("NUMBER", Integer.toString(chance.nextInt(1_000_000)))
                .replace("SIGN", one(EMOJI) + one(EMOJI));
    }

    /** Letters of another alphabet that look the same, invisible characters, and capitals, here and there. */
    private String disguised(String text) {
        StringBuilder changed = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int twin = LATIN.indexOf(letter);
            changed.append(twin >= 0 && chance.nextInt(6) == 0 ? TWIN.charAt(twin) : letter);
            if (chance.nextInt(25) == 0) {
                changed.append('\u200B');
            }
        }
        return chance.nextInt(5) == 0 ? changed.toString().toUpperCase(Locale.ROOT) : changed.toString();
    }

    private interface Making {
        Report number(int i);
    }

    private static List<Report> made(int many, Making making) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            reports.add(making.number(i));
        }
        return reports;
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
