"""Reading the input tables of data/, and making a table of texts of one's own."""

import hashlib
from pathlib import Path

import pandas as pd

from helpers import schemas
from helpers.faults import check_known, read_table
from helpers.gold.folds import find_folds
from helpers.paths import DATA


def data_version() -> str:
    """Return a short digest of all input tables: two runs with the same one used the same data.

    The first 12 hexadecimal digits of the SHA-256 of the CSV files in data/, data/gold/ and
    data/weights/.

    >>> len(data_version())
    12
    """
    digest = hashlib.sha256()
    for path in sorted(
        [*DATA.glob("*.csv"), *DATA.glob("gold/*.csv"), *DATA.glob("weights/*.csv")]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def as_articles(*texts: str) -> pd.DataFrame:
    """Return `texts` as a table that `helpers.measure` takes, for trying sentences of one's own.

    Columns: article_id, text.

    >>> as_articles("One came.", "Two left.")["article_id"].tolist()
    ['example-1', 'example-2']
    """
    ids = [f"example-{number}" for number in range(1, len(texts) + 1)]
    return pd.DataFrame({"article_id": ids, "text": list(texts)})


def arrangements(path: Path = DATA / "arrangements.csv") -> pd.DataFrame:
    """Return the arrangements, one a row; columns as in data/README.md.

    Raises:
        DataFault: see `faults.read_table`.

    >>> arrangements().set_index("arrangement").loc["uk-rwanda", ["sending", "receiving"]].tolist()
    ['GBR', 'RWA']
    """
    return read_table(path, schemas.ARRANGEMENTS)


def articles(path: Path = DATA / "articles.csv") -> pd.DataFrame:
    """Return the corpus, one record a row, with `text`, `year`, `family` and `fold` added.

    Columns are those of data/README.md; `text` is the abstract, the text that is measured, `year`
    (nullable integer) the year of publication where it is known, `family` the arrangement's group,
    `fold` the fold that weights were learned without (see `gold.folds`).

    Raises:
        DataFault: see `faults.read_table`; also where an arrangement is not in arrangements.csv.

    >>> list(articles().columns[:4])
    ['article_id', 'title', 'abstract', 'url']
    """
    table = read_table(path, schemas.ARTICLES)
    known = arrangements().set_index("arrangement")
    check_known(table, "arrangement", known.index, Path(path).name, "arrangements.csv")
    family = table["arrangement"].map(known["family"])
    year = pd.to_numeric(table["published"].str[:4], errors="coerce").astype("Int64")
    fold = find_folds(table["article_id"])
    return table.assign(text=table["abstract"], year=year, family=family, fold=fold)


def events(path: Path = DATA / "events.csv") -> pd.DataFrame:
    """Return the dated public facts, one a row, in order of date; columns as in data/README.md.

    Raises:
        DataFault: see `faults.read_table`; also where an arrangement is not in arrangements.csv.

    >>> events()["date"].is_monotonic_increasing
    True
    """
    table = read_table(path, schemas.EVENTS)
    check_known(
        table, "arrangement", arrangements()["arrangement"], Path(path).name, "arrangements.csv"
    )
    return table.sort_values(["date", "event_id"], ignore_index=True)


def excluded(path: Path = DATA / "excluded.csv") -> pd.DataFrame:
    """Return the pages that were read and left out, one a row, each with its reason.

    Columns: article_id, url, outlet, arrangement, reason.

    Raises:
        DataFault: see `faults.read_table`.

    >>> bool(excluded()["article_id"].isin(articles()["article_id"]).any())
    False
    """
    return read_table(path, schemas.EXCLUDED)


def readings(path: Path = DATA / "readings.csv") -> pd.DataFrame:
    """Return what a second reader mended in each record, one a row; counts as integers.

    Columns: article_id, read_again, and mends_KIND for each kind of codes.MENDS.

    Raises:
        DataFault: see `read_table`.

    >>> int(readings()["mends_person"].min())
    0
    """
    table = read_table(path, schemas.READINGS)
    counts = [column for column in table.columns if column.startswith("mends_")]
    return table.astype(dict.fromkeys(counts, int))


def actors(path: Path = DATA / "actors.csv") -> pd.DataFrame:
    """Return the registry of actors, one a row; aliases and short forms joined by '|'.

    Columns: actor_id, name, kind, type, country (ISO code or empty), aliases, short_forms, note.

    Raises:
        DataFault: see `faults.read_table`.

    >>> actors().set_index("actor_id").loc["afp", ["name", "country"]].tolist()
    ['Agence France-Presse', 'FRA']
    """
    return read_table(path, schemas.ACTORS)


def ambiguous_forms(path: Path = DATA / "ambiguous_forms.csv") -> pd.DataFrame:
    """Return forms that may mean a place or another name, each with its stated rule.

    Columns: form, actor_id, not_after and not_before (regular expressions), rule (in words).

    Raises:
        DataFault: see `faults.read_table`; also where an actor is not in actors.csv.

    >>> ambiguous_forms().set_index("form").loc["Kigali", "actor_id"]
    'government-rwanda'
    """
    table = read_table(path, schemas.AMBIGUOUS_FORMS)
    check_known(table, "actor_id", actors()["actor_id"], Path(path).name, "actors.csv")
    return table


def cues(path: Path = DATA / "cues.csv") -> pd.DataFrame:
    """Return the lexicon of reporting cues: cue, kind, class, stance, traits, forms joined by '|'.

    Raises:
        DataFault: see `faults.read_table`.

    >>> cues().set_index("cue").loc["add", ["stance", "forms"]].tolist()
    ['neutral', 'add|adds|added|adding']
    """
    return read_table(path, schemas.CUES)


def source_nouns(path: Path = DATA / "source_nouns.csv") -> pd.DataFrame:
    """Return head nouns of unnamed sources with the source type each one tells.

    Columns: noun, type, anonymity, kind (person, body or document).

    Raises:
        DataFault: see `faults.read_table`.

    >>> source_nouns().set_index("noun").loc["activist", "type"]
    'civil_society'
    """
    return read_table(path, schemas.SOURCE_NOUNS)


def demonyms(path: Path = DATA / "demonyms.csv") -> pd.DataFrame:
    """Return words such as 'Rwandan' or 'Kigali' with the country (ISO code) each points to.

    Columns: word, country.

    Raises:
        DataFault: see `faults.read_table`.

    >>> demonyms().set_index("word").loc["Rwandan", "country"]
    'RWA'
    """
    return read_table(path, schemas.DEMONYMS)
