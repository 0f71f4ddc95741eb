"""Mentions of actors: which persons, bodies, states and groups an article names, and where."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

import pandas as pd

from helpers import load

COLUMNS = [
    "article_id", "sentence", "start", "end", "mention", "actor_id", "actor", "kind", "type",
    "country", "form",
]  # fmt: skip
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Form:
    """One way to write an actor's name, and what must hold for it to count.

    `kind` is "full", "short" (a surname, counted once the full name has stood) or "ambiguous";
    `not_after` and `not_before` are regular expressions for the words beside it.

    >>> Form("Kigali", "government-rwanda", "ambiguous", not_after="in ").kind
    'ambiguous'
    """

    text: str
    actor_id: str
    kind: str  # full, short or ambiguous
    not_after: str = ""
    not_before: str = ""

    def stands_at(self, text: str, start: int) -> bool:
        """Say whether this form stands at character `start` of `text`, whole and by its rule.

        >>> form = Form("Kigali", "government-rwanda", "ambiguous", not_after="in ")
        >>> form.stands_at("Kigali said no", 0), form.stands_at("held in Kigali", 8)
        (True, False)
        """
        end = start + len(self.text)
        if not text.startswith(self.text, start):
            return False
        behind = text[end : end + 1]
        if self.text[-1].isalnum() and (behind.isalnum() or behind in tuple("$£€")):
            return False  # "AU" is not in "AU$5 million"
        if self.not_after and re.search(f"(?:{self.not_after})$", text[max(0, start - 40) : start]):
            return False
        return not (self.not_before and re.match(self.not_before, text[end : end + 40]))


@dataclass
class Registry:
    """The actors of `data/actors.csv` and an index from a form's first word to its forms.

    `table` has the columns of data/actors.csv, with actor_id as its index.

    >>> Registry(load.actors().set_index("actor_id")).table.loc["unhcr", "type"]
    'intergovernmental'
    """

    table: pd.DataFrame
    forms: dict[str, list[Form]] = field(default_factory=dict)

    def add(self, form: Form) -> None:
        """File `form` under its first word; forms in lower case count capitalised, too.

        >>> registry = Registry(pd.DataFrame())
        >>> registry.add(Form("asylum seekers", "group-asylum-seekers", "full"))
        >>> sorted(registry.forms)
        ['Asylum', 'asylum']
        """
        spellings = {form.text}
        if form.text == form.text.lower():
            spellings.add(form.text[0].upper() + form.text[1:])
        for text in sorted(spellings):
            spelt = Form(text, form.actor_id, form.kind, form.not_after, form.not_before)
            self.forms.setdefault(WORD.search(text).group(), []).append(spelt)


def build_registry(
    actors: pd.DataFrame | None = None, ambiguous: pd.DataFrame | None = None
) -> Registry:
    """Return the registry of `actors` (default: data/actors.csv) with its forms indexed.

    `actors` has the columns of data/actors.csv, `ambiguous` those of data/ambiguous_forms.csv
    (data/README.md). Of two forms that fit at one place the longer wins; of two equally long the
    short form of an actor named before in the article (see `find_mentions`).

    >>> [(form.text, form.kind) for form in build_registry().forms["UNHCR"]]
    [('UNHCR', 'full')]
    """
    actors = load.actors() if actors is None else actors
    ambiguous = load.ambiguous_forms() if ambiguous is None else ambiguous
    ambiguous = ambiguous[ambiguous["actor_id"].isin(actors["actor_id"])]
    registry = Registry(actors.set_index("actor_id"))
    ruled = set(ambiguous["form"])
    for row in actors.itertuples():
        for text in sorted({row.name, *_split(row.aliases)} - ruled):
            registry.add(Form(text, row.actor_id, "full"))
        for text in _split(row.short_forms):
            registry.add(Form(text, row.actor_id, "short"))
    for row in ambiguous.itertuples():
        registry.add(Form(row.form, row.actor_id, "ambiguous", row.not_after, row.not_before))
    for forms in registry.forms.values():
        forms.sort(key=lambda form: (-len(form.text), form.text, form.actor_id))
    return registry


def _split(joined: str) -> list[str]:
    return [part for part in joined.split("|") if part]


def find_mentions(text: str, registry: Registry) -> list[tuple[int, int, Form]]:
    """Return (start, end, form) of each actor named in `text`, in order, never overlapping.

    The rules: the longest form wins; a short form (a surname, "Amnesty") counts once the actor's
    full name or an alias has stood earlier in the same text, and means the actor so named last;
    an ambiguous form ("Washington", "Jordan", "Kigali") counts only where its rule in
    data/ambiguous_forms.csv lets it.

    >>> registry = build_registry()
    >>> text = "Patel waited. Priti Patel flew to Kigali; Patel told Kigali she would pay."
    >>> [(text[start:end], form.actor_id) for start, end, form in find_mentions(text, registry)]
    [('Priti Patel', 'priti-patel'), ('Patel', 'priti-patel'), ('Kigali', 'government-rwanda')]
    """
    named: dict[str, int] = {}
    mentions, position = [], 0
    known = registry.forms.keys()
    for start, word in [(m.start(), m.group()) for m in WORD.finditer(text) if m.group() in known]:
        if start < position:
            continue
        fits = [form for form in registry.forms[word] if text.startswith(form.text, start)]
        fits = [form for form in fits if form.stands_at(text, start)]
        fits = [form for form in fits if form.kind != "short" or form.actor_id in named]
        if not fits:
            continue
        form = max(fits, key=lambda form: (len(form.text), named.get(form.actor_id, -1)))
        position = start + len(form.text)
        named[form.actor_id] = start
        mentions.append((start, position, form))
    return mentions


def mention_table(
    found: dict[str, list[tuple[int, int, Form]]], sentences: pd.DataFrame, registry: Registry
) -> pd.DataFrame:
    """Return one row a mention of those `found` in each article, in order of article and place.

    `found` maps an article_id to what `find_mentions` gave, `sentences` is the table of
    `split_articles`. Columns out: article_id, sentence, start, end (offsets in the article's text),
    mention (the words as they stand), actor_id, actor, kind, type, country, form (full, short,
    ambiguous). `type` is the actor's type in the registry, `country` the ISO code or empty.

    >>> from helpers.sentences import split_articles
    >>> articles, registry = load.as_articles("It rained. UNHCR left."), build_registry()
    >>> found = {"example-1": find_mentions(articles["text"][0], registry)}
    >>> table = mention_table(found, split_articles(articles), registry)
    >>> table[["sentence", "start", "end", "mention", "kind"]].values.tolist()
    [[1, 11, 16, 'UNHCR', 'body']]
    """
    starts: dict[str, list[int]] = {}
    texts: dict[str, list[str]] = {}
    for key, start, text in zip(
        sentences["article_id"], sentences["start"], sentences["text"], strict=True
    ):
        starts.setdefault(key, []).append(start)
        texts.setdefault(key, []).append(text)
    actors = registry.table.to_dict("index")
    rows = []
    for article_id, mentions in found.items():
        for start, end, form in mentions:
            actor = actors[form.actor_id]
            sentence = bisect_right(starts[article_id], start) - 1
            offset = starts[article_id][sentence]
            words = texts[article_id][sentence][start - offset : end - offset]
            rows.append(
                (article_id, sentence, start, end, words, form.actor_id, actor["name"],
                 actor["kind"], actor["type"], actor["country"], form.kind)
            )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(COLUMNS[1:4], int))
