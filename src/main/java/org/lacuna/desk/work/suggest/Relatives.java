package org.lacuna.desk.work.suggest;

import java.util.List;
import java.util.regex.Pattern;

/** Mentions of the writer's relatives, with the name that may follow: people who were made to pay for others before. */
final class Relatives {
    private static final String NAME = "(?:[\\s,،:：]{1,3}\\p{Lu}[\\p{L}'’-]+){0,3}";

    private static final List<Pattern> MENTIONS = List.of(
            of(
                    "my\\s+(?:late\\s+|elder\\s+|younger\\s+|older\\s+|little\\s+)?(?:mother|father|mum|mom|dad|parents|sister|brother|wife|husband|"
                            + "son|daughter|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|fianc[eé]e?|partner)"
                            + NAME),
            of(
                    "(?:annem|babam|kardeşim|ablam|abim|ağabeyim|eşim|kocam|karım|oğlum|kızım|amcam|dayım|teyzem|halam|kuzenim|yeğenim)"
                            + NAME),
            of(
                    "(?:мо[йяи]|моего|моей|моих|мою)\\s+(?:мать|мам[аыу]|отец|отца|пап[аыу]|брат[а]?|сестр[аыу]|жен[аыу]|муж[а]?|сын[а]?|дочь|дочери|дяд[яю]|т[её]т[яю]|родители|родителей)"
                            + NAME),
            of(
                    "mi[s]?\\s+(?:madre|padre|padres|hermano|hermana|esposo|esposa|marido|mujer|hijo|hija|hijos|tío|tía|primo|prima|abuelo|abuela)"
                            + NAME),
            // The name in Chinese has no capital: up to four characters after 叫, 名叫 or a comma.
            Pattern.compile(
                    "我(?:的)?(?:妈妈?|母亲|母親|爸爸?|父亲|父親|父母|哥哥?|弟弟?|姐姐?|姊姊?|妹妹?|妻子|老婆|太太|丈夫|老公|先生|儿子|兒子|女儿|女兒|叔叔?|舅舅?|姨妈?|姑姑?|表[哥弟姐妹]|爷爷|爺爺|奶奶|外公|外婆)"
                            + "(?:(?:名?叫|，|,|：)?\\s?\\p{IsHan}{2,4}(?=[，。,.；;\\s]|$))?"),
            Pattern.compile(
                    "(?:ئانام|دادام|ئاپام|ئاتام|ئاكام|ئۇكام|ئىنىم|ھەدەم|سىڭلىم|ئايالىم|ئېرىم|يولدىشىم|ئوغلۇم|قىزىم|تاغام|ھاممام|بوۋام|مومام)(?:\\s\\p{L}+)?"),
            Pattern.compile("ང(?:འི|ས་ཀྱི)་?(?:ཨ་མ|ཨ་ཕ|པ་ཕ|སྤུན|ཇོ་ལགས|ཅོ་ལགས|ཨ་ཅེ|བུ|བུ་མོ|ཆུང་མ|ཁྱོ་ག)"));

    private Relatives() {}

    static List<Suggestion> in(String text) {
        return MENTIONS.stream()
                .flatMap(mention -> mention.matcher(text).results())
                .map(found -> new Suggestion(Suggestion.Kind.RELATIVE, found.start(), found.end()))
                .toList();
    }

    private static Pattern of(String words) {
        // The relation in any case; the name only with capitals.
        return Pattern.compile(
                "(?<!\\p{L})(?iu:" + words.substring(0, words.length() - NAME.length()) + ")" + NAME + "(?!\\p{L})");
    }
}
