"""Words of nine languages in six scripts, each as often as words are: the one of rank n about 1/n as often as the first.

The first ranks are words of the project's own texts (the messages of the form for people who report) and, for Arabic and
Persian, of the lists beside this file; the others are made of pieces of these, so that each language has 30,000. They mean
nothing, but they are written, cut into words and folded as real ones are.
"""
import itertools
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
MESSAGES = os.path.join(HERE, "..", "..", "main", "resources", "intake", "messages")
LANGUAGES = {"en": 34, "zh-Hans": 16, "zh-Hant": 9, "ru": 12, "tr": 10, "fa": 7, "ar": 6, "ug": 4, "bo": 2}
VOCABULARY = 30_000
CHINESE = ("zh-Hans", "zh-Hant")
LETTERS = re.compile(r"[^\W\d_]+(?:[\u0f0b][^\W\d_]+)*", re.UNICODE)


def listed(language):
    """The words that a text of our own has in this language, the most frequent first."""
    own = os.path.join(HERE, "words", language + ".txt")
    if os.path.exists(own):
        with open(own, encoding="utf-8") as file:
            return file.read().split()
    counts = {}
    with open(os.path.join(MESSAGES, language + ".properties"), encoding="utf-8") as file:
        for line in file:
            if "=" in line and not line.startswith("#"):
                text = re.sub(r"\{[^}]*\}", " ", line.partition("=")[2])
                for word in pieces(language, text):
                    counts[word] = counts.get(word, 0) + 1
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def pieces(language, text):
    if language in CHINESE:
        for run in re.findall(r"[\u4e00-\u9fff]+", text):
            yield from (run[place:place + 2] for place in range(0, len(run), 2))
    elif language == "bo":
        for run in re.findall(r"[\u0f40-\u0fbc]+", text):
            yield run
    else:
        yield from (word.lower() for word in LETTERS.findall(text))


class Words:
    """One language: its words, and how often each is drawn."""

    def __init__(self, language):
        self.language = language
        chance = random.Random("words " + language)
        first = listed(language)
        known, self.all = set(first), list(first)
        while len(self.all) < VOCABULARY:
            one, other = chance.choice(first), chance.choice(self.all)
            made = self.joined(one, other)
            if made not in known:
                known.add(made)
                self.all.append(made)
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.all))))
        self.between, self.stop = ("", "。") if language in CHINESE else ("་", "།") if language == "bo" else (" ", ".")

    def joined(self, one, other):
        if self.language in CHINESE:
            return (one + other)[:4]
        if self.language == "bo":
            return "་".join([*one.split("་")[:2], *other.split("་")[:2]])
        return one[:(len(one) + 2) // 2] + other[len(other) // 2:][:8]

    def some(self, chance, number):
        return chance.choices(self.all, cum_weights=self.weights, k=number)

    def text(self, chance, number):
        """Sentences of so many words in all."""
        drawn, sentences = self.some(chance, number), []
        for place in range(0, number, 12):
            sentence = self.between.join(drawn[place:place + 12])
            sentences.append(sentence[0].upper() + sentence[1:] + self.stop)
        return ("" if self.language in CHINESE else " ").join(sentences)

    def name(self, chance):
        return self.between.join(word.title() if self.between == " " else word for word in self.some(chance, 2))
