#!/usr/bin/env python3
"""Writes posts for measurements: posts.py NUMBER DIRECTORY

Post k is the same whatever the number is, and the same on every machine: some 6.5 KB of Markdown,
one or two of 20 categories, three to six of 200 tags (few are on many posts), one of six authors.
"""
import datetime
import pathlib
import random
import sys

SIXTEEN_YEARS = 16 * 365 * 24 * 60  # in minutes
CATEGORIES = [f"category {name}" for name in "abcdefghijklmnopqrst"]
TAGS = [f"{a}-{b}" for a in "amber birch cedar delta ember fjord grove heron ivory jasper".split()
        for b in "arch bank cove dune edge ford gate hill isle jetty knoll lake moor ness oak pier "
                 "quay reef sand tarn".split()]
AUTHORS = ["Ada Example", "Bjørn Nilsen", "Chloé Martin", "Emi 田中", "Femi Okafor", "Дмитрий Орлов"]
WORDS = ("a about after all also an and another any are as at back be because before between both but "
         "by can change column could day did directory each edit entry even every feed few file find "
         "first for from get give good had has have he her here him his how if in into is it item its "
         "just know last like line little long made make many may means message might more most much "
         "must name never new no not now number of off old on one only or other our out over own page "
         "part people place post print reader right same say see server she should show site small so "
         "some still such take tell than that the their them then there these they thing this those "
         "time to two under up us use very was way we well were what when where which while who why "
         "will with word work world would write year you your café naïve façade Zürich 日本語 …").split()
CODE = """```java
record Entry(String id, Instant updated) implements Comparable<Entry> {
  public int compareTo(Entry other) {
    return other.updated.compareTo(updated); // newest first, "<" is older
  }
}
```"""


class Post:
    def __init__(self, k):
        self.random = random.Random(k)
        self.k = k

    def words(self, least, most):
        return self.random.choices(WORDS, k=self.random.randint(least, most))

    def inline(self, word):
        dice = self.random.random()
        forms = [(.015, "**{}**"), (.035, "*{}*"), (.055, "`{}()`"),
                 (.08, "[{0} here](https://example.org/{0}/?a=1&b=2)"), (.085, "[{}](../other/)"),
                 (.09, "<kbd>{}</kbd>"), (.093, "~~{}~~"), (.096, "AT&T {}"), (.099, "{} < 3")]
        return next((form.format(word) for limit, form in forms if dice < limit), word)

    def sentence(self):
        return " ".join(self.inline(word) for word in self.words(7, 20)).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))

    def block(self):
        kind = self.random.random()
        if kind < .12:
            return "## " + " ".join(self.words(3, 7)).capitalize()
        if kind < .20:
            return "\n".join(indent + "* " + self.sentence() for indent in ["", "    ", "    ", ""])
        if kind < .26:
            return "\n".join(f"{n}. {self.sentence()}" for n in range(1, 5))
        if kind < .33:
            return CODE
        if kind < .37:
            rows = ["| {} | `{}` | {} |".format(*self.words(3, 3)) for _ in range(4)]
            return "\n".join(["| One | Two | Three |", "|---|:-:|--:|", *rows])
        if kind < .42:
            return "\n".join("> " + self.sentence() for _ in range(2))
        if kind < .47:
            return f"![{' '.join(self.words(2, 5))}](https://example.org/{self.k}.png \"An image\")"
        if kind < .50:
            return f"<div class=\"note\"><p>{' '.join(self.words(8, 12))} &amp; more</p></div>"
        return self.paragraph()

    def tags(self):
        # Every tag is half as likely as one that stands twice as near to the front.
        weights = [1 / (n + 1) for n in range(len(TAGS))]
        return sorted(set(self.random.choices(TAGS, weights, k=self.random.randint(4, 7))))

    def write(self, directory):
        # Never in the future: from some 10,800 posts on, the years begin again.
        day = datetime.datetime(2010, 1, 1) + datetime.timedelta(minutes=self.k * 777 % SIXTEEN_YEARS)
        title = " ".join(self.words(4, 9)).capitalize()
        front = ["---", f'title: "{title}"', f"date: {day:%Y-%m-%d %H:%M:%S} +0100",
                 f"author: {self.random.choice(AUTHORS)}",
                 f"categories: [{', '.join(self.random.sample(CATEGORIES, self.random.choice([1, 1, 2])))}]",
                 f"tags: [{', '.join(self.tags())}]", "---", ""]
        blocks = [self.paragraph()]
        size = self.random.randint(3500, 9500)
        while sum(map(len, blocks)) < size:
            blocks.append(self.block())
        text = "\n".join(front) + "\n" + "\n\n".join(blocks) + "\n"
        (directory / f"{day:%Y-%m-%d}-post-{self.k}.md").write_text(text, encoding="utf-8")


def write(number, directory):
    directory.mkdir(parents=True, exist_ok=True)
    for k in range(number):
        Post(k).write(directory)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
