"""Write RESULTS.md: python benchmarks/tone/report.py NEWSMTSC_FILE

One table for tone (NewsMTSC train, models by grouped cross-validation), one each for stance on the
learning records (by cross-validation) and on gold's testing records (by the weights of all), with
the measures of `plain` beside them. Of testing records only these figures are told.
"""

import hashlib
import sys
import time
from pathlib import Path

import numpy as np
from learn import cross_judge, decide_all
from material import STANCE, TONE, read_coded, stance_cases, tone_cases
from newsmtsc import Target, read_targets
from plain import AROUND, cut_window, list_scorers, to_code
from scores import score_codes, score_ranking

from helpers.files import write_text
from helpers.gold.folds import fold_of
from helpers.tone.opinion_words import NAME
from helpers.tone.stance import score_stance
from helpers.tone.stance_signs import read_for_stance
from helpers.tone.votes import read_votes

AT_LEAST = 10  # targets of a person who is ranked
HEAD = "| measure | macro-F1 (95 % interval) | accuracy | Spearman of actors |\n|---|---|---|---|"


def name_person(target: Target) -> str:
    """Return the last word of the target's name, "" for pronouns and common nouns."""
    reading = read_for_stance(target.mention)
    pairs = zip(reading.sentence.words, reading.stems, strict=True)
    names = [word for word, found in pairs if found == NAME and word.isalpha()]
    return names[-1] if names else ""


def hide_person(person: str, article: str) -> int:
    """Return the fold of a target: one for each person, so that no votes saw who is ranked."""
    text = f"person {person}" if person else article
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5


def tell(name: str, codes: dict, ranking: tuple | None) -> str:
    """Return a row of a table."""
    f1, low, high = codes["f1"]
    cells = [
        f"{f1:.3f} ({low:.3f}-{high:.3f})",
        "{:.3f} ({:.3f}-{:.3f})".format(*codes["accuracy"]),
    ]
    cells.append("{:.3f} ({:.3f}-{:.3f})".format(*ranking[:3]) if ranking else "")
    return f"| {name} | " + " | ".join(cells) + " |"


def report_tone(targets: list[Target]) -> list[str]:
    """Return the lines on tone."""
    gold = np.array([target.label for target in targets])
    articles = [target.article for target in targets]
    persons = [name_person(target) for target in targets]
    ranked = score_ranking(gold, gold, articles, persons, AT_LEAST)[3]

    def row(name: str, scores, said, unseen=None) -> str:
        ranking = score_ranking(scores if unseen is None else unseen, gold, articles, persons,
                                AT_LEAST)  # fmt: skip
        return tell(name, score_codes(said, gold, articles), ranking)

    most = max((-1, 0, 1), key=lambda code: (gold == code).sum())
    lines = [row("majority", np.zeros(len(gold)), np.full(len(gold), most))]
    scorers, missing = list_scorers()
    for name, scorer in scorers.items():
        for window, cut in (("sentence", lambda t: t.text),
                            ("window", lambda t: cut_window(t.text, t.start, t.end))):  # fmt: skip
            scores = [scorer(cut(target)) for target in targets]
            lines.append(row(f"{name}, {window}", scores, [to_code(score) for score in scores]))
    cases = tone_cases(targets)
    chances = cross_judge(cases, [fold_of(article) for article in articles], **TONE)
    folds = [hide_person(*pair) for pair in zip(persons, articles, strict=True)]
    hidden = cross_judge(cases, folds, **TONE)
    lines.append(row("tone model, article unseen (ranking: person unseen)",
                     None, decide_all(chances), hidden[:, 2] - hidden[:, 0]))  # fmt: skip
    lines.append(row("tone model, person unseen", hidden[:, 2] - hidden[:, 0], decide_all(hidden)))
    return [
        "## Tone toward a person or body (NewsMTSC, train split)", "",
        f"{len(targets)} targets of {len(set(articles))} articles; {ranked} persons with",
        f"{AT_LEAST} named targets or more are ranked by mean score.",
        f"Window: {AROUND} words on each side of the target.",
        "", HEAD, *lines, "", *missing,
    ]  # fmt: skip


def report_stance(part: str) -> list[str]:
    """Return the lines on stance for the "learning" or the "testing" records."""
    coded = read_coded(part)
    gold, articles = coded["stance"].to_numpy(), coded["article_id"].tolist()
    lines = [tell("majority", score_codes(np.zeros(len(gold), int), gold, articles), None)]
    for name, scorer in list_scorers()[0].items():
        said = [to_code(scorer(text)) for text in coded["text"]]
        lines.append(tell(f"{name}, sentence", score_codes(said, gold, articles), None))
    if part == "learning":
        folds = [fold_of(article) for article in articles]
        chances = cross_judge(stance_cases(coded), folds, **STANCE)
        lines.append(tell("stance model, cross-validated",
                          score_codes(decide_all(chances), gold, articles), None))  # fmt: skip
    said = score_stance(coded)["stance"].to_numpy()
    lines.append(tell("stance model as shipped", score_codes(said, gold, articles), None))
    return [
        f"## Stance of sentences: {part} records", "",
        f"{len(gold)} sentences of {len(set(articles))} records.", "", HEAD, *lines, "",
    ]  # fmt: skip


def time_loading() -> str:
    """Return how long reading both files of weights took."""
    start = time.perf_counter()
    read_votes("stance"), read_votes("tone")
    return f"Both files of weights load in {time.perf_counter() - start:.1f} s."


def main(path: str) -> None:
    """Score everything once and write RESULTS.md beside this file."""
    lines = [
        "# Results", "",
        "Written by `report.py`. Intervals: articles resampled, 1,000 draws. Settings, groups of",
        "words and phrases were chosen on the records and folds that the cross-validated rows use:",
        "these rows are somewhat too good. Testing records had no part in any choice.",
        "", *report_tone(read_targets(path)), "", *report_stance("learning"),
        *report_stance("testing"), time_loading(),
    ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    write_text(Path(__file__).with_name("RESULTS.md"), text)
    print(text)


if __name__ == "__main__":
    main(sys.argv[1])
