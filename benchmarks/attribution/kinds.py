"""Kinds of attributions, each told by a small test on the gold annotation and the tags."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from marked import Case

from helpers.attribution.cue_evidence import stem
from helpers.words.word_classes import FINITE

PRONOUN_TAGS = {"PRP", "PRP$", "WP", "WDT"}
PRONOUNS = frozenset("i we you he she they it who which that this those these".split())
RELATIVES = frozenset((",", "who", "whom", "whose", "which", "-", "–", "—", "("))
# Verbs and nouns of what goes on in somebody, by stem.
INNER = frozenset(
    stem(word)
    for word in "believe belief think thought want wish hope fear expect expectation feel felt "
    "feeling intend intention plan seek sought worry consider doubt know knew known prefer like "
    "love hate desire concern understand understood suspect assume trust".split()
)


def finite(case: Case) -> bool:
    """Say whether the content has a finite verb."""
    return any(tag in (*FINITE, "MD") for tag in case.tags("content"))


def infinitive(case: Case) -> bool:
    """Say whether the content has a to-infinitive and no finite verb before it."""
    words = case.words
    for i in case.content:
        if words.tags[i] in (*FINITE, "MD"):
            return False
        if words.lower[i] == "to" and "VB" in words.tags[i + 1 : i + 3]:
            return True
    return False


def set_off(case: Case) -> bool:
    """Say whether a comma, a dash or a relative pronoun stands between source and cue."""
    if not (case.source and case.cue) or case.source[0] > case.cue[0]:
        return False
    return any(case.words.lower[i] in RELATIVES for i in range(case.source[0] + 1, case.cue[0]))


def inset(case: Case) -> bool:
    """Say whether content stands on both sides of the cue."""
    return bool(case.cue and case.content) and case.content[0] < case.cue[0] < case.content[-1]


def pronoun(case: Case) -> bool:
    """Say whether the source is a pronoun."""
    words = case.words
    return bool(case.source) and all(
        words.tags[i] in PRONOUN_TAGS or words.lower[i] in PRONOUNS for i in case.source
    )


def noun_cue(case: Case) -> bool:
    """Say whether the cue has a noun and no verb."""
    tags = "".join(f"{tag[:2]} " for tag in case.tags("cue"))
    return "NN" in tags and "VB" not in tags


def runs_on(case: Case) -> bool:
    """Say whether a quoted content holds the end of a sentence and goes on."""
    lower = case.words.lower
    ends = (lower[a] in (".", "?", "!") and lower[b].isalpha() for a, b in pairwise(case.content))
    return case.quoted and any(ends)


@dataclass(frozen=True)
class Kind:
    """A kind of attribution: its test, in words too, and a made-up example.

    How it is marked, `marked.read_example` tells.
    """

    name: str
    rule: str
    test: Callable[[Case], bool]
    example: str


KINDS = (
    Kind("noun and preposition complements", "content without a finite verb or to-infinitive",
         lambda c: bool(c.content) and not finite(c) and not infinitive(c),
         "[UNHCR] <criticised> {the deal}."),
    Kind("paraphrase", "no quotation mark in or at the content",
         lambda c: bool(c.content) and not c.quoted,
         "[The mayor] <said> {talks went on}."),
    Kind("infinitives", "a to-infinitive in the content, no finite verb before it", infinitive,
         "[She] <urged> {Kigali to wait}."),
    Kind("as-clauses", '"as" right before source and cue',
         lambda c: bool(c.cue) and c.before(sorted(c.source + c.cue)) == "as",
         "{The plan}, as [Patel] <put it>, {was new}."),
    Kind("parentheticals", "content on both sides of the cue", inset,
         "{The plan}, [she] <said>, {was wrong}."),
    Kind("colons", "the cue is a colon, or one stands right before the content",
         lambda c: ":" in [c.words.lower[i] for i in c.cue] or c.before(c.content) == ":",
         '[He] <said>: {"It is safe."}'),
    Kind("coordinated verbs", "an earlier cue of the sentence has the same source",
         lambda c: c.again, "[He] said no and <warned> {that time was short}."),
    Kind("subject behind relative clause or apposition",
         "a comma, dash or relative pronoun between the source's first word and the cue", set_off,
         "[The mayor, who was in Rome], <said> {it was over}."),
    Kind("passive with by", 'source behind the cue, "by" right before it',
         lambda c: bool(c.cue and c.source) and c.cue[0] < c.source[0]
         and c.before(c.source) == "by",
         "{The plan} was <condemned> by [the bishops]."),
    Kind("noun cues", "the cue has a noun and no verb", noun_cue,
         "Ministers faced a <warning> from [UNHCR] {that lives were at risk}."),
    Kind("inner states", "a verb or noun of thinking, wanting, planning in the cue",
         lambda c: any(stem(c.words.lower[i]) in INNER for i in c.cue),
         "[Critics] <feared> {it would fail}."),
    Kind("quotations over sentences", "a quotation mark and a full stop in the content", runs_on,
         '{"It works. It always did,"} [he] <said>.'),
    Kind("source in another sentence", "source and cue share no sentence",
         lambda c: bool(c.source and c.cue) and not {c.words.sentence[i] for i in c.source}
         & {c.words.sentence[i] for i in c.cue},
         "[The mayor] was against it. {It was late}, the <statement> ran."),
    Kind("pronoun sources", "every word of the source is a pronoun", pronoun,
         "[She] <said> {it was late}."),
    Kind("named sources", "a word of the source is written like a name",
         lambda c: any(c.words.names[i] for i in c.source),
         "[Ann Lee] <said> {it was late}."),
    Kind("no source", "the gold names none", lambda c: not c.source,
         "It was <feared> {that some would be sent on}."),
)  # fmt: skip
