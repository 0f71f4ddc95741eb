"""Why the engine decided as it did: each attribution with the signs that spoke for it."""

import html
from dataclasses import dataclass

import pandas as pd

from helpers.attribution.attributions import Attribution, find_in_sentence
from helpers.attribution.cue_evidence import list_evidence, look_left
from helpers.attribution.decisions import Model, build_model
from helpers.attribution.markup import mark_attributions
from helpers.attribution.source_evidence import list_source_evidence
from helpers.attribution.wording import CUES, SOURCES, word_sign
from helpers.sentences import split_text
from helpers.words.plain import plain_text
from helpers.words.texts import read_sentences
from helpers.words.tokens import Sentence

MOST = 4  # signs told for each decision


@dataclass(frozen=True, repr=False)
class Explanation:
    """A text with its attributions, and what spoke for each; shown marked up in a notebook.

    `rows` has a row an attribution: source, cue, content (words), chance, cue_signs, source_signs
    and content_rule, as text, and the offsets that `markup.mark_attributions` takes.

    >>> print(explain("Critics said it failed.").rows["cue"].item())
    said
    """

    text: str
    rows: pd.DataFrame

    def __str__(self) -> str:
        """Return the explanation as plain text."""
        told = [self.text]
        for row in self.rows.itertuples():
            told += [
                f"- cue: {row.cue} ({row.chance:.0%} likely with its source) "
                f"because {row.cue_signs}",
                f"  source: {row.source or 'nobody'} because {row.source_signs}",
                f"  content: {row.content or 'none'} ({row.content_rule})",
            ]
        return "\n".join(told if len(self.rows) else [*told, "- no attribution found"])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        told = html.escape(str(self).split("\n", 1)[1])
        return (
            mark_attributions(self.text, self.rows).data
            + f'<pre style="white-space: pre-wrap">{told}</pre>'
        )


def explain(text: str, model: Model | None = None) -> Explanation:
    """Return the attributions of a text, as `measure` finds them, each with what spoke for it.

    That is the signs that weighed most, or the rule that chose the source. A sign is told in words
    (see `wording`) with its weight: above zero it speaks for, below against.

    >>> told = str(explain("Critics said it failed."))
    >>> "source: Critics because" in told and "content: it failed (behind the cue)" in told
    True
    """
    text, model = plain_text(text), model or build_model()
    rows = []
    for sentence in read_sentences(text, split_text(text), frozenset(model.lexicon.nouns)):
        rows += [_row(sentence, found, model) for found in find_in_sentence(sentence, model)]
    columns = [
        "source", "cue", "content", "chance", "cue_signs", "source_signs", "content_rule",
        "source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end",
    ]  # fmt: skip
    return Explanation(text, pd.DataFrame(rows, columns=columns).convert_dtypes())


def _row(sentence: Sentence, found: Attribution, model: Model) -> dict:
    spans = {"source": found.source, "cue": found.cue, "content": found.content}
    words = {part: sentence.text[slice(*span)] if span else "" for part, span in spans.items()}
    offsets = {
        f"{part}_{edge}": span[i] if span else None
        for part, span in spans.items()
        for i, edge in enumerate(("start", "end"))
    }
    cue = sentence.starts.index(found.cue[0])
    before = look_left(sentence, cue)
    signs = list_evidence(sentence, cue, before, model.lexicon)
    listed = found.cue_class == "silence" or found.entry in model.lexicon.phrases
    return {
        **words, **offsets, "chance": found.chance,
        "cue_signs": "it is a listed phrase" if listed else _tell(model.cues.reasons(signs), CUES),
        "source_signs": _source_signs(sentence, cue, found, model),
        "content_rule": _content_rule(found),
    }  # fmt: skip


def _tell(reasons: list[tuple[str, float]], families: dict) -> str:
    told = (f"{word_sign(sign, families)} ({weight:+.1f})" for sign, weight in reasons[:MOST])
    return "; ".join(told) or "of no sign"


def _source_signs(sentence: Sentence, cue: int, found: Attribution, model: Model) -> str:
    if not found.source:
        return "no phrase is likely enough"
    if found.source_rule:
        return found.source_rule
    before = look_left(sentence, cue)
    numbers = [
        number
        for number, (first, last) in enumerate(sentence.phrases)
        if found.source[0] <= sentence.starts[first] and sentence.ends[last] <= found.source[1]
    ]
    weighed = [
        list_source_evidence(sentence, cue, number, before, model.lexicon.nouns)
        for number in numbers
    ]
    likeliest = max(weighed, key=model.sources.add_up, default=[])
    return _tell(model.sources.reasons(likeliest), SOURCES)


def _content_rule(found: Attribution) -> str:
    if found.content is None:
        return "nothing is told"
    if found.content[0] < found.cue[0]:
        return "around the cue" if found.content[1] > found.cue[1] else "before the cue"
    return "behind the cue"
