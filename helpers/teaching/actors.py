"""Checks of the exercise on notebook 02: who is named, and with whom?"""

import pandas as pd

from helpers import counts, load, measure
from helpers.faults import DataFault
from helpers.teaching.checks import NOT_ANSWERED, check_number, check_pick, check_text
from helpers.teaching.committed import read_measures

TEXT = "Starmer waited. Keir Starmer flew to Washington. Starmer said that Washington agreed."
UNKNOWN = "Senator Ann Example and the Example Alliance objected."
SHOWN = 20


def check_mentions(answer: object) -> str:
    """Say what is wrong with the number of mentions expected in `TEXT`.

    >>> check_mentions("three").split(":")[0]
    'Not yet'
    """
    found = measure(load.as_articles(TEXT)).mentions
    slips = {
        "A surname counts once the full name has stood in the article, and not before.": (
            len(found) + 1
        ),
        "'Washington' is a city in one sentence and a government in another.": len(found) + 2,
        "Did you leave out the government, which is written as a city?": len(found) - 1,
    }
    told = ", ".join(f"{row.mention} ({row.actor})" for row in found.itertuples())
    return check_number(answer, len(found), f"They are: {told}.", slips, places=0)


def rank_shown() -> pd.DataFrame:
    """Return the `SHOWN` persons and bodies named in most articles, with their two ranks.

    Columns: actor, articles, mentions, by_articles and by_mentions (ranks among these, 1 is most;
    those with the same number share the better rank).

    >>> rank_shown().columns.tolist()
    ['actor', 'articles', 'mentions', 'by_articles', 'by_mentions']
    """
    mentions = read_measures().mentions
    people = mentions[mentions["kind"].isin(["person", "body"])]
    shown = counts.article_presence(people, "actor").head(SHOWN)
    ranks = {
        f"by_{column}": shown[column].rank(ascending=False, method="min").astype(int)
        for column in ("articles", "mentions")
    }
    return shown.assign(**ranks).reset_index(drop=True)


def check_riser(answer: object) -> str:
    """Say what is wrong with the actor that is said to rise most when mentions are counted.

    >>> check_riser("nobody").split(":")[0]
    'Not yet'
    """
    table = rank_shown().set_index("actor")
    rise = table["by_articles"] - table["by_mentions"]
    often = table["mentions"] / table["articles"]
    slips = {
        "This one is first by mentions; the question is who climbs most.": _top(table["mentions"]),
        "This one falls most: take the ranks the other way round.": _top(-rise),
        "It has most mentions an article, but its rank does not move most.": _top(often),
    }
    why = f"It climbs {rise.max()} ranks: it is named again and again where it is named."
    return check_pick(answer, _top(rise), table.index, why, slips)


def check_registry(answer: object) -> str:
    """Say whether a registry of one's own finds both unknown actors of `UNKNOWN`.

    >>> check_registry([1])
    'Not yet: a table is asked for, such as pd.concat([registry, rows], ignore_index=True).'
    >>> check_registry(load.actors())
    'Not yet: Ann Example and Example Alliance are not found: is there a row with that name?'
    """
    if answer is ...:
        return NOT_ANSWERED
    if not isinstance(answer, pd.DataFrame):
        return (
            "Not yet: a table is asked for, such as pd.concat([registry, rows], ignore_index=True)."
        )
    lost = set(load.actors()["actor_id"]) - set(answer.get("actor_id", []))
    if lost:
        return f"Not yet: {len(lost)} actors of the registry are gone: add to it."
    try:
        found = measure(load.as_articles(UNKNOWN), actors=answer.fillna("")).mentions
    except DataFault as fault:
        return f"Not yet: the registry does not hold: {fault}"
    lacking = [
        name for name in ("Ann Example", "Example Alliance") if name not in {*found["mention"]}
    ]
    if lacking:
        verb = "is" if len(lacking) == 1 else "are"
        return f"Not yet: {' and '.join(lacking)} {verb} not found: is there a row with that name?"
    kinds = dict(zip(found["mention"], found["kind"], strict=True))
    if (kinds["Ann Example"], kinds["Example Alliance"]) != ("person", "body"):
        return f"Not yet: both are found, as {kinds}. Which kind is a senator, which an alliance?"
    return "Right. Both are found now, in every article you measure with this registry."


def check_unnamed(answer: object) -> str:
    """Say whether a text of one's own, on UNHCR, is not counted as naming it.

    >>> check_unnamed("On Monday the UNHCR objected to it.")
    "Not yet: 'UNHCR' is on the list. Describe it as a reader would still know it."
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text)).mentions
        hits = found.loc[found["actor_id"].eq("unhcr"), "mention"].tolist()
        if hits:
            return (
                f"Not yet: '{hits[0]}' is on the list. Describe it as a reader would still know it."
            )
        return (
            "Right, if a reader knows who is meant: it is not counted. So the share of articles "
            "that name an actor is a lower bound."
        )

    return check_text(answer, judge)


def _top(values: pd.Series) -> list[str]:
    return values.index[values.eq(values.max())].tolist()
