"""The shares of one's own corpus, the measures' error taken off by its gold."""

import pandas as pd

from helpers.coding.choices import list_choices
from helpers.coding.gold import Gold
from helpers.correction.corrected import SHARE_COLUMNS, compare_shares
from helpers.correction.twice import Twice
from helpers.faults import DataFault
from helpers.tone.stance import score_stance

COLUMNS = ["of", "code", *SHARE_COLUMNS]
KEYS = ["article_id", "sentence"]


def pair_gold(gold: Gold, found, stance: pd.DataFrame | None = None) -> tuple[Twice, Twice]:
    """Return the attributions and the sentences twice, as gold and as the measures have them.

    Args:
        gold: see `gold.read_gold`.
        found: the sentences and attributions of `measure`, of the whole corpus the draw is from.
        stance: the table of `stance.score_stance` for its sentences, where it is at hand.

    Stances are text ("-1", "0", "1"). What takes a `Twice` (see `correction.twice`) can go on.

    Raises:
        DataFault: a coded sentence is not in `found`, or stands there with other words.

    >>> from helpers.coding.folder import Draw
    >>> from helpers.gold.codings import Coding
    >>> from helpers import measure
    >>> from helpers.load import as_articles
    >>> found = measure(as_articles("Ann Lee said no.", "It rained."))
    >>> coded = Coding(found.attributions, found.sentences.head(1).assign(stance="0"))
    >>> pair_gold(Gold(Draw(None, found.sentences, None), coded), found)[0].coded
    ['example-1']
    """
    coded = gold.draw.sentences[gold.draw.sentences["article_id"].isin(gold.coding.coded)]
    same = coded.merge(found.sentences, on=[*KEYS, "start", "end", "text"])
    if len(same) < len(coded):
        changed = coded[~coded.set_index(KEYS).index.isin(same.set_index(KEYS).index)].iloc[0]
        raise DataFault(
            f"article {changed['article_id']!r}, sentence {changed['sentence']}: is not the one "
            "that was coded; give the measures of the corpus that the articles were drawn from"
        )
    scored = score_stance(found.sentences) if stance is None else stance
    ids = found.sentences["article_id"].unique().tolist()
    return (
        Twice(gold.coding.attributions, found.attributions, gold.coding.coded, ids),
        Twice(gold.coding.stance, scored[[*KEYS, "stance"]].astype({"stance": str}),
              gold.coding.coded, ids),
    )  # fmt: skip


def correct_shares(gold: Gold, found, stance: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the share of every code, as measured, by gold alone and corrected; columns COLUMNS.

    Arguments and faults are those of `pair_gold`. `of` is the field (mode, source_type,
    source_side, anonymity, stance), `code` its codes in the codebook's order, own types behind
    them; the others are those of `corrected.compare_shares`. A code that neither gold nor the
    measure has is left out, and so is a field of which either has no unit at all.

    >>> from helpers.coding.folder import Draw
    >>> from helpers.gold.codings import Coding
    >>> from helpers import measure
    >>> from helpers.load import as_articles
    >>> found = measure(as_articles(*["Ann Lee said no.", "Bo Day was \\"sad\\", he said."] * 3))
    >>> coded = Coding(found.attributions.head(4), found.sentences.head(4).assign(stance="0"))
    >>> table = correct_shares(Gold(Draw(None, found.sentences, None), coded), found)
    >>> table.loc[table["of"].eq("mode"), ["code", "naive", "gold", "coded"]].values.tolist()
    [['mixed', 0.5, 0.5, 4], ['indirect', 0.5, 0.5, 4]]
    """
    said, sentences = pair_gold(gold, found, stance)
    parts = []
    for field, values in list_choices(gold.draw.types).items():
        units = sentences if field == "stance" else said
        if units.gold.empty or units.measured.empty:
            continue
        there = {*units.gold[field], *units.measured[field]}
        order = [value for value in values if value in there]
        table = compare_shares(
            units.gold, units.measured, field, units.coded, units.articles, order
        )
        parts.append(table.rename(columns={field: "code"}).assign(of=field))
    return pd.concat(parts, ignore_index=True)[COLUMNS] if parts else pd.DataFrame(columns=COLUMNS)
