"""What is missed, by kind of attribution; what is false, by kind of cue: on held-out articles."""

from collections import Counter

from kinds import KINDS
from marked import Case, Words
from predict import as_row
from tqdm import tqdm

from helpers.attribution.attributions import Attribution, find_attributions
from helpers.attribution.decisions import Model
from helpers.sentences import split_text
from helpers.uncertainty import wilson

ALL = "all"


def gold_cases(words: Words, gold: list) -> list[Case]:
    """Return the case of each gold attribution of a text (the harness's, in any order)."""
    seen, cases = {}, {}
    for i in sorted(range(len(gold)), key=lambda i: gold[i].cue):
        each = gold[i]
        case = Case.mark(words, each.source, each.cue, each.content)
        sentences = {words.sentence[word] for word in case.cue}
        key = tuple(each.source)
        case.again = bool(key) and bool(sentences & seen.get(key, set()))
        seen[key] = seen.get(key, set()) | sentences
        cases[i] = case
    return [cases[i] for i in range(len(gold))]


def judge(harness, doc, rows: list[dict]) -> tuple[set[int], list, list]:
    """Return which gold is found with its source, and the predictions right and wrong.

    A source is right as in the harness's metric c, by its head word; where the gold has none, a
    prediction without a source that shares cue or content is right. Each counts once.
    """
    text = harness.Text(doc.text)
    gold = [harness.Item(text, a.source, a.cue, a.content) for a in doc.attributions]
    found = harness.predicted(text, rows, doc.discard)
    hits, right = set(), set()
    for sourced in (True, False):
        ours = [i for i, item in enumerate(found) if bool(item.source) == sourced]
        theirs = [i for i, item in enumerate(gold) if bool(item.source) == sourced]
        pairs = harness.matching(
            [gold[i] for i in theirs], [found[i] for i in ours],
            lambda g, p: g.overlaps(p) and (not g.source or g.same_source(p)),
        )  # fmt: skip
        hits |= {theirs[i] for i in pairs}
        right |= {ours[j] for j in pairs.values()}
    wrong = [item for i, item in enumerate(found) if i not in right]
    there = [any(item.overlaps(each) for each in gold) for item in wrong]
    return hits, [found[i] for i in sorted(right)], list(zip(wrong, there, strict=True))


def cue_kind(found: Attribution, words: Words, model: Model) -> str:
    """Return what kind of cue an attribution has."""
    if found.cue_class == "silence":
        return "silence"
    if found.entry in model.lexicon.phrases:
        return "listed phrase"
    first = words.touched([found.cue])[:1]
    if words.text[found.cue[0]] == ":":
        return "colon"
    if first and words.tags[first[0]].startswith(("NN", "JJ")):
        return "noun or adjective"
    return "verb of the lexicon" if found.cue_class != "other" else "other verb"


def list_errors(harness, documents: dict, model: Model) -> tuple[dict, dict]:
    """Return the counts of gold by kind (n, right), and of predictions by kind of cue.

    The latter: how many, how many right, how many false that share words with a gold attribution,
    how many where the gold has nothing.
    """
    missed: dict[str, Counter] = {name: Counter() for name in (ALL, *(k.name for k in KINDS))}
    false: dict[str, Counter] = {ALL: Counter()}
    for doc in tqdm(documents.values(), desc="errors by kind", disable=None, leave=False):
        words = Words(doc.text)
        sentences = find_attributions(doc.text, split_text(doc.text), model)
        found = [each for sentence in sentences for each in sentence]
        hits, right, wrong = judge(harness, doc, [as_row(each) for each in found])
        for i, case in enumerate(gold_cases(words, doc.attributions)):
            names = [ALL, *(kind.name for kind in KINDS if kind.test(case))]
            for name in names:
                missed[name].update(gold=1, right=i in hits)
        kinds = {each.cue[0]: cue_kind(each, words, model) for each in found}
        judged = [(item, {"right": 1}) for item in right]
        judged += [(item, {"wrong source" if there else "nothing": 1}) for item, there in wrong]
        for item, what in judged:
            kind = kinds[min(item.cue)]
            for name in (ALL, kind):
                false.setdefault(name, Counter()).update(found=1, **what)
    return missed, false


def write_errors(missed: dict, false: dict) -> list[str]:
    """Return both tables in Markdown."""
    lines = [
        "| kind | test | made-up example: [source] <cue> {content} | gold "
        "| found with its source (interval) |",
        "|---|---|---|---|---|",
    ]
    told = {kind.name: (kind.rule, f"`{kind.example}`") for kind in KINDS}
    for name, counts in missed.items():
        rule, example = told.get(name, ("", ""))
        n, right = counts["gold"], counts["right"]
        low, high = wilson(right, n)
        share = f"{right / n:.3f} ({low:.3f}-{high:.3f})" if n else "none"
        lines.append(f"| {name} | {rule} | {example} | {n} | {share} |")
    lines += [
        "",
        "| kind of cue | found | right | wrong source or doubled | gold has nothing | precision |",
        "|---|---|---|---|---|---|",
    ]
    for name, counts in sorted(false.items(), key=lambda pair: -pair[1]["found"]):
        n, right = counts["found"], counts["right"]
        lines.append(
            f"| {name} | {n} | {right} | {counts['wrong source']} | {counts['nothing']} "
            f"| {right / n if n else 0:.3f} |"
        )
    return lines
