"""The corpus that the notebooks run on: this collection's own, or the one that is chosen."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import load, schemas
from helpers.codes import FAMILIES, UNSEEN
from helpers.faults import DataFault, check_table
from helpers.measure import Measures, measure
from helpers.paths import OUTPUT_VARIABLE, chosen_corpus, results_folder
from helpers.tone.stance import score_stance

FAMILIES_SHOWN = 10
OTHERS = "other arrangements"
NOTE = (
    "**Corpus: {name}.** Text cells speak of the collection's own corpus; numbers and figures are "
    "of yours. "
)


@dataclass(frozen=True)
class Corpus:
    """Articles to measure, with the events on their arrangements.

    `articles` and `events` have the columns of `load.articles` and `load.events`, "" where nothing
    is known. `folder` holds measures that are already there and takes figures and findings; it is
    None for this collection's own corpus. `version` is a digest of what is measured, `note` what a
    reader has to know first.

    >>> own = open_corpus()
    >>> own.folder is None, own.note, own.version == load.data_version()
    (True, '', True)
    """

    articles: pd.DataFrame
    events: pd.DataFrame
    version: str
    folder: Path | None = None
    note: str = ""

    def measure(self) -> Measures:
        """Return the measures of the articles: those of the folder where it has them all.

        >>> texts = load.as_articles("UNHCR said no.")
        >>> len(Corpus(texts, texts.head(0), "").measure().attributions)
        1
        """
        names = list(Measures.__dataclass_fields__)
        paths = [self.folder / f"{name}.parquet" for name in names] if self.folder else []
        if paths and all(path.exists() for path in paths):
            return Measures(*map(_read_parquet, paths))
        return measure(self.articles)

    def stance(self, sentences: pd.DataFrame) -> pd.DataFrame:
        """Return the stance of `sentences`, as `stance.score_stance`; the folder's where it is.

        >>> sentences = Corpus(load.as_articles("It failed."), None, "").measure().sentences
        >>> open_corpus().stance(sentences)["stance"].tolist()
        [-1]
        """
        path = self.folder / "stance.parquet" if self.folder else None
        return _read_parquet(path) if path and path.exists() else score_stance(sentences)

    def keep_own(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return `table`, which tells of this collection's records alone; no row of it elsewhere.

        >>> len(open_corpus().keep_own(pd.DataFrame({"reason": ["a list"]})))
        1
        """
        return table if self.folder is None else table.head(0)

    def pick_example(self, own: str, units: pd.DataFrame) -> str:
        """Return the id of an article to read: `own`, or the one with most of `units` elsewhere.

        `units` has article_id. Of several the first by id; without a unit the first article.

        >>> texts = load.as_articles("One came.", "UNHCR said no.")
        >>> units = pd.DataFrame({"article_id": ["example-2"]})
        >>> Corpus(texts, None, "", folder=Path("mine")).pick_example("gleaner", units)
        'example-2'
        """
        if self.folder is None:
            return own
        sizes = units["article_id"].value_counts().sort_index()
        return sizes.idxmax() if len(sizes) else self.articles["article_id"].iloc[0]


def open_corpus() -> Corpus:
    """Return the chosen corpus (see `paths.chosen_corpus`); from here on results are its own.

    Figures and findings of another corpus are written into its folder (`paths.results_folder`).

    Raises:
        DataFault: the corpus cannot be read, has no article, or breaks `schemas.OTHER_ARTICLES`.

    >>> len(open_corpus().articles) == len(load.articles())
    True
    """
    chosen = chosen_corpus()
    if chosen is None:
        return Corpus(load.articles(), load.events(), load.data_version())
    articles = read_articles(chosen)
    events = load.events()
    folder = results_folder(chosen)
    os.environ[OUTPUT_VARIABLE] = str(folder)
    return Corpus(
        articles,
        events[events["arrangement"].isin(articles["arrangement"])].reset_index(drop=True),
        _digest(articles),
        folder,
        NOTE.format(name=chosen.stem),
    )


def read_articles(path: Path) -> pd.DataFrame:
    """Return the articles of another corpus, with the columns that `load.articles` adds.

    `path` is a results folder or a file (.csv, .jsonl, .parquet) with article_id and text; what is
    not there is "". `family` is that of an arrangement of data/arrangements.csv, else the
    arrangement itself, the rarest of many taken together, and missing where there is none; `fold`
    is UNSEEN throughout.

    Raises:
        DataFault: see `open_corpus`.

    >>> from helpers.files import write_text
    >>> from tempfile import mkdtemp
    >>> table = "article_id,text,arrangement\\na,One came.,uk-rwanda\\nb,Two left.,my-deal\\n"
    >>> articles = read_articles(write_text(Path(mkdtemp()) / "mine.csv", table))
    >>> articles[["article_id", "family", "genre"]].values.tolist()
    [['a', 'United Kingdom', ''], ['b', 'my-deal', '']]
    """
    file = path if path.suffix else path / "articles.parquet"
    if not file.exists():
        raise DataFault(
            f"{file.resolve()}: not found. CORPUS names a results folder (made by 'python run.py "
            "measure PATH --out FOLDER') or a .csv, .jsonl or .parquet file of articles"
        )
    table = _read_table(file)
    if table.empty:
        raise DataFault(f"{file.name}: no article in it; nothing can be shown")
    needed = ["article_id", "text"]
    rest = [name for name in schemas.OTHER_ARTICLES.columns if name not in (*needed, *table)]
    table = table.assign(**dict.fromkeys(rest, ""))
    known = [name for name in schemas.OTHER_ARTICLES.columns if name in table]
    check_table(table[known], schemas.OTHER_ARTICLES, file.name)
    year = pd.to_numeric(table["published"].str[:4], errors="coerce").astype("Int64")
    return table.assign(year=year, family=find_families(table["arrangement"]), fold=UNSEEN)


def find_families(arrangements: pd.Series) -> pd.Series:
    """Return the family of each arrangement; an unknown one is its own, the rarest are OTHERS.

    Families of codes.FAMILIES stay; with them there are at most FAMILIES_SHOWN and OTHERS. Missing
    where the arrangement is "".

    >>> find_families(pd.Series(["uk-rwanda", "my-deal", ""])).tolist()
    ['United Kingdom', 'my-deal', nan]
    """
    known = load.arrangements().set_index("arrangement")["family"]
    families = arrangements.map(known).fillna(arrangements.mask(arrangements.eq("")))
    sizes = families.value_counts().sort_index()
    own = sizes[~sizes.index.isin(FAMILIES)].sort_values(ascending=False, kind="stable")
    room = max(0, FAMILIES_SHOWN - (len(sizes) - len(own)))
    return families.mask(families.isin(own.index[room:]), OTHERS)


def _read_table(path: Path) -> pd.DataFrame:
    try:
        if path.suffix == ".parquet":
            return _read_parquet(path)
        if path.suffix == ".jsonl":
            return pd.read_json(path, lines=True, dtype=False).fillna("").astype(str)
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise DataFault(f"{path.name}: cannot be read ({error})") from None


def _read_parquet(path: Path) -> pd.DataFrame:
    table = pd.read_parquet(path)
    text = table.select_dtypes(include=["object", "string"]).columns
    return table.astype(dict.fromkeys(text, object)).fillna(dict.fromkeys(text, ""))


def _digest(articles: pd.DataFrame) -> str:
    return hashlib.sha256(articles[["article_id", "text"]].to_csv().encode()).hexdigest()[:12]
