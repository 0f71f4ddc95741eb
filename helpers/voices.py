"""Who says what of whom: attributions joined with the stance of their sentence and whom they name.

Every function takes measured tables and gold ones alike, so that the same question is asked of both
and the measure's error can be taken off (see `twice`).
"""

import pandas as pd

from helpers.tables import stands_in

UNDATED = "no date"
PERIODS = {"to 2020": 2020, "2021-2024": 2024, "from 2025": 9999}  # the last year of each


def join_stance(attributions: pd.DataFrame, stance: pd.DataFrame) -> pd.DataFrame:
    """Return the attributions with the stance of the sentence that holds them.

    `attributions` has article_id and sentence, `stance` these and stance (a code, number or text;
    one row a sentence). Column added: stance, as text ("-1", "0" or "1").

    Raises:
        ValueError: a sentence has no stance, or has two.

    >>> said = pd.DataFrame({"article_id": ["a"], "sentence": [0], "source_type": ["media"]})
    >>> stance = pd.DataFrame({"article_id": ["a"], "sentence": [0], "stance": [-1]})
    >>> join_stance(said, stance)["stance"].tolist()
    ['-1']
    """
    keys = ["article_id", "sentence"]
    codes = stance[[*keys, "stance"]].astype({"stance": str})
    if codes.duplicated(keys).any():
        raise ValueError("a sentence has two stances: give one coding, not several")
    joined = attributions.merge(codes, on=keys, how="left")
    if joined["stance"].isna().any():
        raise ValueError(f"article {joined.loc[joined['stance'].isna(), 'article_id'].iloc[0]!r}: "
                         "a sentence has no stance; give that of every sentence")  # fmt: skip
    return joined


def groups_of(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return the group of each mentioned actor: its type, governments told apart by their side.

    `mentions` has article_id, type, kind and country, `articles` article_id, sending, receiving.
    A government's side is "sending", "receiving" or "other" by its country; a state called by its
    name is "state by name", because it is often only a place.

    >>> mentions = pd.DataFrame({"article_id": ["a"] * 3, "type": ["government"] * 2 + ["media"],
    ...     "kind": ["person", "state", "body"], "country": ["RWA", "RWA", ""]})
    >>> articles = pd.DataFrame({"article_id": ["a"], "sending": ["GBR"], "receiving": ["RWA"]})
    >>> groups_of(mentions, articles).tolist()
    ['government, receiving', 'state by name', 'media']
    """
    known = articles.set_index("article_id")
    country = mentions["country"].fillna("")
    sides = pd.Series("government, other", index=mentions.index)
    for side in ("receiving", "sending"):
        codes = mentions["article_id"].map(known[side]).fillna("")
        sides[stands_in(country, codes)] = f"government, {side}"
    government = mentions["type"].eq("government")
    groups = mentions["type"].where(~government, sides)
    return groups.where(mentions["kind"].ne("state"), "state by name")


def name_in_content(attributions: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each attribution and each group of actors that its content names.

    `attributions` has article_id, content_start, content_end; `mentions` article_id, start, end and
    group. Whoever is named outside the words credited to the source does not count. Out: the
    columns of `attributions`, row (its index there) and group; each pair once.

    >>> said = pd.DataFrame({"article_id": ["a"], "content_start": [10], "content_end": [30]})
    >>> mentions = pd.DataFrame({"article_id": ["a", "a"], "start": [0, 12], "end": [8, 20],
    ...                          "group": ["media", "relocated_people"]})
    >>> name_in_content(said, mentions)[["row", "group"]].values.tolist()
    [[0, 'relocated_people']]
    """
    numbered = attributions.rename_axis("row").reset_index()
    pairs = numbered.merge(mentions[["article_id", "start", "end", "group"]], on="article_id")
    inside = pairs["start"].ge(pairs["content_start"]) & pairs["end"].le(pairs["content_end"])
    inside = inside.fillna(False).astype(bool)
    return pairs[inside].drop_duplicates(["row", "group"]).drop(columns=["start", "end"])


def periods_of(years: pd.Series) -> pd.Series:
    """Return the period of each year, a key of PERIODS; UNDATED where the year is missing.

    >>> periods_of(pd.Series([2019, 2021, 2026, None])).tolist()
    ['to 2020', '2021-2024', 'from 2025', 'no date']
    """
    periods = pd.Series(UNDATED, index=years.index)
    for name, last in reversed(PERIODS.items()):
        periods[years.le(last).fillna(False).astype(bool)] = name
    return periods


def find_opposed(
    sentences: pd.DataFrame, scores: pd.DataFrame, stance: pd.DataFrame, n: int
) -> pd.DataFrame:
    """Return the `n` sentences in which TextBlob's polarity and the stance oppose each other most.

    `sentences` is that of `sentences.split_articles`, `scores` that of `sentiment.score_table`,
    `stance` that of `stance.score_stance`. Opposed: one is above zero and the other below. Most:
    the largest gap of polarity and lean, the chance of for less that of against (-1 to 1 each); one
    sentence an article, ties in order of article_id. Columns: article_id, sentence, text, polarity,
    known_words, stance, lean, gap; the largest gap first.

    >>> from helpers import measure
    >>> from helpers.load import as_articles
    >>> from helpers.tone.stance import score_stance
    >>> found = measure(as_articles("A great many aid groups condemned the cruel, unlawful plan."))
    >>> opposed = find_opposed(found.sentences, found.scores, score_stance(found.sentences), 1)
    >>> opposed[["stance", "known_words"]].values.tolist()
    [[-1, 'great +0.8; many +0.5; cruel -1']]
    """
    keys = ["article_id", "sentence"]
    scored = scores.loc[scores["level"].eq("sentence"), [*keys, "polarity", "known_words"]]
    table = sentences[[*keys, "text"]].merge(scored, on=keys).merge(stance, on=keys)
    table["lean"] = table["chance_for"] - table["chance_against"]
    table["gap"] = (table["polarity"] - table["lean"]).abs()
    opposed = table[(table["polarity"] * table["stance"]).lt(0)]
    ordered = opposed.sort_values(["gap", *keys], ascending=[False, True, True])
    first = ordered.drop_duplicates("article_id").head(n).reset_index(drop=True)
    return first[[*keys, "text", "polarity", "known_words", "stance", "lean", "gap"]]
