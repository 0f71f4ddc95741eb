"""The coding kit: articles drawn to code, workbooks for two coders, and the way back.

python run.py kit draw RESULTS           draw from a measured corpus, into RESULTS/gold
python run.py kit read FOLDER            check the workbooks, settle differences, write the gold
python run.py kit write FOLDER           workbooks of this collection's own gold sample
python run.py kit read FOLDER coder-a    put that coding in place of coder a's in data/gold/
"""

import argparse
import sys
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from helpers import load
from helpers.coding.draw import draw_articles, expect_half_width, suggest_size
from helpers.coding.folder import Draw, read_draw, read_parquet, write_draw
from helpers.coding.gold import write_coding
from helpers.coding.returned import read_sheets
from helpers.coding.rounds import read_round
from helpers.coding.sheets import ARTICLE_WIDTHS
from helpers.faults import DataFault
from helpers.gold.codings import CODERS
from helpers.gold.sample import GOLD, SEED, read_sample
from helpers.sentences import split_articles
from helpers.source_types import check_types, read_types


def draw_kit(
    results: Path, n: int | None = None, seed: int = SEED, by: str | None = None,
    types: Path | None = None, out: Path | None = None,
) -> list[str]:  # fmt: skip
    """Draw articles of the measured corpus in `results`, write their kit; return lines telling it.

    Args:
        results: holds articles.parquet, sentences.parquet and attributions.parquet, as `python
            run.py measure` writes them.
        n: how many; that of `draw.suggest_size` if not told.
        seed: of the draw. by: a column of the articles, for a stratified draw.
        types: a CSV of source types of one's own; RESULTS/source_types.csv if not told.
        out: where to write the kit; RESULTS/gold if not told.

    Raises:
        DataFault: a table is missing, the draw cannot be made, or there is a kit already.

    >>> draw_kit(Path("nowhere"), 50)
    Traceback (most recent call last):
    helpers.faults.DataFault: articles.parquet: is not in nowhere; give the folder that `python
    run.py measure` wrote
    """
    results = Path(results)
    for name in ("articles", "sentences", "attributions"):
        if not (results / f"{name}.parquet").exists():
            why = "give the folder that `python run.py measure` wrote"
            raise DataFault(f"{name}.parquet: is not in {results}; {why}")
    path = results / "articles.parquet"
    shown = [name for name in pq.read_schema(path).names if name in (*ARTICLE_WIDTHS, by)]
    articles = read_parquet(path, columns=shown)
    said = read_parquet(results / "attributions.parquet", columns=["article_id", "source_type"])
    ids = articles["article_id"].tolist()
    sample = draw_articles(articles, suggest_size(said, ids) if n is None else n, seed, by)
    drawn = [("article_id", "in", sample["article_id"].tolist())]
    sentences = read_parquet(results / "sentences.parquet", filters=drawn)
    own = read_types(results / "source_types.csv" if types is None else types)
    folder = results / "gold" if out is None else Path(out)
    written = write_draw(folder, articles, Draw(sample, sentences, own))
    half = expect_half_width(said, ids, len(sample))
    return [
        f"drew {len(sample)} of {len(ids)} articles, seed {seed}",
        *(tell_strata(articles[by], sample) if by else []),
        "expect the commonest source type's share "
        + (
            "to be none: nothing was measured" if pd.isna(half) else f"to within {half:.0%} by them"
        ),
        *(f"wrote {path}" for path in written),
    ]


def tell_strata(values: pd.Series, sample: pd.DataFrame) -> list[str]:
    """Return a line for each stratum: how many were drawn of it; none, where it is too small.

    `values` are those of the column that the strata are of, in all articles.

    >>> tell_strata(pd.Series(["x", "x", None]), pd.DataFrame({"stratum": ["x"]}))
    ['  (empty): 0 of 1', '  x: 1 of 2']
    """
    sizes = values.fillna("").astype(str).value_counts().sort_index()
    taken = sample["stratum"].value_counts()
    return [
        f"  {name or '(empty)'}: {taken.get(name, 0)} of {size}" for name, size in sizes.items()
    ]


def write_kit(folder: Path) -> list[str]:
    """Write the kit of this collection's own gold sample into `folder`; return lines telling it.

    Which records are for tuning and which for testing is not told.

    Raises:
        DataFault: there is a kit already: a coder's work is never written over.

    >>> from tempfile import mkdtemp
    >>> [Path(line).name for line in write_kit(Path(mkdtemp()))]
    ['sample.csv', 'sentences.parquet', 'CODEBOOK.md', 'coder-a.xlsx', 'coder-b.xlsx']
    """
    sample = read_sample()
    ids = sample.loc[sample["part"] != "none", ["article_id"]]
    articles = load.articles()
    articles = articles[articles["article_id"].isin(ids["article_id"])]
    told = ids.assign(stratum="", drawn=len(ids), of=len(sample), seed=SEED)
    draw = Draw(told, split_articles(articles), check_types(None))
    return [f"wrote {path}" for path in write_draw(Path(folder), articles, draw)]


def read_kit(folder: Path, who: str, gold: Path = GOLD) -> list[str]:
    """Check the workbook of `who` in `folder`, keep it as that coder's in `gold`; return lines.

    `who` is "coder-a" or "coder-b"; `folder` was written by `write_kit`. Articles without any
    stance are taken as not coded; agreement is then told for those that both coders coded.

    Raises:
        DataFault: see `returned.read_sheets`. Nothing is written then.

    >>> read_kit(Path("none"), "me")
    Traceback (most recent call last):
    helpers.faults.DataFault: 'me': use coder-a or coder-b
    """
    if who not in CODERS:
        raise DataFault(f"{who!r}: use {' or '.join(CODERS)}")
    draw = read_draw(folder)
    coding = read_sheets(Path(folder) / f"{who}.xlsx", draw.sentences, draw.types)
    return [f"wrote {path}" for path in write_coding(gold, coding, who)]


def main(arguments: list[str]) -> None:
    """Do what the command line asks for; say what was written, or what is wrong.

    >>> main(["read", "nowhere"])
    Traceback (most recent call last):
    SystemExit: sample.csv: cannot be read at nowhere/sample.csv (No such file or directory)
    """
    parser = argparse.ArgumentParser(prog="run.py kit", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw", help="draw articles of a measured corpus to code")
    draw.add_argument("results", type=Path, help="the folder that `run.py measure` wrote")
    draw.add_argument("--articles", type=int, help="how many (default: by a rule of thumb)")
    draw.add_argument("--seed", type=int, default=SEED, help="of the draw (default: %(default)s)")
    draw.add_argument("--by", metavar="COLUMN", help="stratify by this column of the articles")
    draw.add_argument("--types", type=Path, metavar="CSV", help="source types of your own")
    draw.add_argument("--out", type=Path, metavar="FOLDER", help="default: RESULTS/gold")
    read = commands.add_parser("read", help="check what the coders filled in, write the gold")
    read.add_argument("folder", type=Path, help="the folder with the workbooks")
    read.add_argument("who", nargs="?", choices=CODERS, help="put this one's into data/gold/")
    write = commands.add_parser("write", help="the kit of this collection's own gold sample")
    write.add_argument("folder", type=Path)
    asked = parser.parse_args(arguments)
    try:
        if asked.command == "draw":
            told = draw_kit(
                asked.results, asked.articles, asked.seed, asked.by, asked.types, asked.out
            )
        elif asked.command == "write":
            told = write_kit(asked.folder)
        elif asked.who:
            told = read_kit(asked.folder, asked.who)
        else:
            told = read_round(asked.folder)
    except DataFault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")
    print("\n".join(told))


if __name__ == "__main__":
    main(sys.argv[1:])
