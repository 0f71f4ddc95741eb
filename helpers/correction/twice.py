"""The same units twice, as gold has them and as measured: corrected shares, group by group."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.correction.corrected import compare_shares
from helpers.correction.ppi import correct_difference, correct_sums
from helpers.correction.sums import sum_codes
from helpers.uncertainty import Estimate
from helpers.voices import name_in_content

# Fewest coded articles with a unit of a group for which a corrected share is told: with ten of 36
# or 54 the 95 % interval held the truth in 94 of 100 corpora of benchmarks/uncertainty/coverage.py.
ENOUGH = 10
# Fewest coded hits, unless there is none at all: the tuning of a correction rests on them.
FEWEST_HITS = 3
NOT_ENOUGH = ["corrected", "corrected_low", "corrected_high"]
COLUMNS = [
    "naive", "naive_low", "naive_high", "n", "of", "articles", *NOT_ENOUGH, "coded", "enough",
]  # fmt: skip


@dataclass(frozen=True)
class Twice:
    """Units (attributions, sentences) by gold and by the measure, one row each, with article_id.

    `coded` are the ids of the coded articles, a random draw from `articles`, the ids of all.
    `gold` may hold no other articles than the coded ones.

    >>> Twice(pd.DataFrame(), pd.DataFrame(), ["a"], ["a", "b"]).coded
    ['a']
    """

    gold: pd.DataFrame
    measured: pd.DataFrame
    coded: list
    articles: list

    def group(self, by: str, value) -> "Twice":
        """Return the units whose `by` is `value`; coded and articles stay as they are.

        >>> units = pd.DataFrame({"article_id": list("ab"), "side": list("xy")})
        >>> len(Twice(units, units, list("ab"), list("ab")).group("side", "x").measured)
        1
        """
        parts = (table[table[by].eq(value)] for table in (self.gold, self.measured))
        return Twice(*parts, self.coded, self.articles)

    def join(self, columns: pd.DataFrame) -> "Twice":
        """Return the units with columns of their articles; `columns` has article_id and these.

        >>> units = pd.DataFrame({"article_id": ["a"]})
        >>> families = pd.DataFrame({"article_id": ["a"], "family": ["Israel"]})
        >>> Twice(units, units, ["a"], ["a"]).join(families).gold["family"].tolist()
        ['Israel']
        """
        parts = (table.merge(columns, on="article_id") for table in (self.gold, self.measured))
        return Twice(*parts, self.coded, self.articles)

    @property
    def n_coded(self) -> int:
        """The number of coded articles with a unit: without one nothing can be corrected.

        >>> units = pd.DataFrame({"article_id": list("aab")})
        >>> Twice(units, units, ["a"], ["a"]).n_coded, Twice(units, units, [], ["a"]).n_coded
        (1, 0)
        """
        ids = self.gold["article_id"]
        return int(ids[ids.isin(self.coded)].nunique())

    def sums(self, column: str, value) -> pd.DataFrame:
        """Return what each article has of `value` in `column` (see `sums.sum_codes`).

        >>> units = pd.DataFrame({"article_id": list("ab"), "side": list("xy")})
        >>> Twice(units, units, ["a"], list("ab")).sums("side", "x")["predicted_hits"].tolist()
        [1.0, 0.0]
        """
        return sum_codes(self.gold, self.measured, column, value, self.coded, self.articles)

    def share(self, column: str, value) -> Estimate:
        """Return the corrected share of units whose `column` is `value`.

        It is not known (see `Estimate.unknown`) where no coded article has a unit.

        >>> units = pd.DataFrame({"article_id": list("abcd"), "side": list("xyxy")})
        >>> Twice(units, units, list("abcd"), list("abcd")).share("side", "x").value
        0.5
        """
        if not self.n_coded:
            return Estimate.unknown("corrected share", len(self.articles))
        return correct_sums(self.sums(column, value))

    def gap(self, by: str, pair: tuple, column: str, value) -> Estimate:
        """Return the corrected share of `value` in one group of `by` less that in the other.

        It is not known (see `Estimate.unknown`) where a group has no coded article with a unit.

        >>> units = pd.DataFrame({"article_id": list("abcd"), "side": list("xxyy"), "said": 1})
        >>> twice = Twice(units, units, list("abcd"), list("abcd"))
        >>> twice.gap("side", ("x", "y"), "said", 1).value
        0.0
        """
        groups = [self.group(by, name) for name in pair]
        if not all(group.n_coded for group in groups):
            return Estimate.unknown("corrected difference", len(self.articles))
        return correct_difference(*(group.sums(column, value) for group in groups))


def correct_groups(twice: Twice, by: str, column: str, order: list) -> pd.DataFrame:
    """Return the share of each value of `column` (in `order`) within each value of `by`.

    Columns out: `by`, `column`; naive with _low and _high, n (units of that value, as measured),
    of (units of the group), articles; corrected with _low and _high, coded (coded articles in which
    gold has a unit of the group), enough (whether these are ENOUGH, and gold's units of the value
    none or FEWEST_HITS; where not, corrected is missing). The largest group first. Methods: those
    of `corrected.compare_shares`.

    >>> units = pd.DataFrame({"article_id": list("abc"), "side": "other", "stance": list("101")})
    >>> twice = Twice(units, units, list("abc"), list("abc"))
    >>> table = correct_groups(twice, "side", "stance", ["1"])
    >>> table[["side", "naive", "n", "of", "coded", "enough"]].round(2).values.tolist()
    [['other', 0.67, 2, 3, 3, False]]
    """
    parts = []
    groups = twice.measured[by].dropna()
    for value in sorted(set(groups), key=_size_in(groups)) if order else []:
        group = twice.group(by, value)
        coded = group.n_coded
        gold, ids = (group.gold, twice.coded) if coded else (group.measured, twice.articles)
        part = compare_shares(gold, group.measured, column, ids, twice.articles, order)
        counts = group.measured[column].value_counts().reindex(order, fill_value=0)
        hits = group.gold[column].value_counts().reindex(order, fill_value=0).to_numpy()
        enough = (coded >= ENOUGH) & ((hits == 0) | (hits >= FEWEST_HITS))
        parts.append(
            part.assign(
                n=counts.to_numpy(), of=len(group.measured), coded=coded, enough=enough,
                articles=group.measured["article_id"].nunique(), **{by: value},
            )
        )  # fmt: skip
    if not parts:
        return pd.DataFrame(columns=[by, column, *COLUMNS])
    table = pd.concat(parts, ignore_index=True)
    table.loc[~table["enough"], NOT_ENOUGH] = np.nan
    return table[[by, column, *COLUMNS]]


def _size_in(groups: pd.Series):
    sizes = groups.value_counts()
    return lambda value: (-sizes[value], value)


def name_groups(twice: Twice, mentions: pd.DataFrame, groups: list) -> Twice:
    """Return the attributions with a column for each of `groups`: whether their content names it.

    `mentions` and the rule are those of `voices.name_in_content`; gold's contents are searched by
    the same registry as measured ones, so that a name it misses is missed in both.

    >>> said = pd.DataFrame({"article_id": ["a"], "content_start": [10], "content_end": [30]})
    >>> mentions = pd.DataFrame({"article_id": ["a"], "start": [12], "end": [20],
    ...                          "group": ["media"]})
    >>> name_groups(Twice(said, said, ["a"], ["a"]), mentions, ["media"]).gold["media"].tolist()
    [True]
    """
    tables = []
    for table in (twice.gold, twice.measured):
        named = name_in_content(table, mentions)
        rows = {group: named.loc[named["group"].eq(group), "row"] for group in groups}
        tables.append(table.assign(**{g: table.index.isin(where) for g, where in rows.items()}))
    return Twice(*tables, twice.coded, twice.articles)
