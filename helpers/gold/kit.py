"""The coding kit: sheets that a coder fills in, and the way back into data/gold/.

python run.py kit write FOLDER          texts, codebook and empty sheets of the gold sample
python run.py kit read FOLDER coder-a   check the filled-in sheets, put them in data/gold/
"""

import sys
from pathlib import Path

import pandas as pd

from helpers import load
from helpers.faults import DataFault, check_known, read_table
from helpers.files import write_csv, write_text
from helpers.gold import forms
from helpers.gold.codings import CODERS, check_complete
from helpers.gold.sample import GOLD, read_sample
from helpers.gold.spans import place_spans
from helpers.paths import DATA
from helpers.sentences import split_articles


def list_texts(articles: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """Return the abstracts as a coder reads them: sentences numbered, as Markdown.

    `articles` has article_id, arrangement, sending, receiving and genre; `sentences` are theirs.

    >>> article = {"article_id": "a", "arrangement": "uk-rwanda", "sending": "GBR",
    ...            "receiving": "", "genre": "news"}
    >>> sentences = pd.DataFrame({"article_id": ["a"], "sentence": [0], "text": ["One came."]})
    >>> print(list_texts(pd.DataFrame([article]), sentences))
    ## a (arrangement uk-rwanda; sending GBR; receiving -; genre news)
    [0] One came.
    """
    groups = dict(list(sentences.groupby("article_id")))
    blocks = []
    for row in articles.itertuples():
        who = f"sending {row.sending or '-'}; receiving {row.receiving or '-'}"
        head = f"## {row.article_id} (arrangement {row.arrangement}; {who}; genre {row.genre})"
        own = groups[row.article_id]
        lines = [f"[{n}] {text}" for n, text in zip(own["sentence"], own["text"], strict=True)]
        blocks.append("\n".join([head, *lines]))
    return "\n\n".join(blocks)


def write_kit(folder: Path) -> list[Path]:
    """Write texts.md, CODEBOOK.md, attributions.csv and stance.csv into `folder`; return them.

    Which records are for tuning and which for testing is not told.

    Raises:
        DataFault: a sheet is there already: a coder's work is never written over.

    >>> from tempfile import mkdtemp
    >>> [path.name for path in write_kit(Path(mkdtemp()))]
    ['texts.md', 'CODEBOOK.md', 'attributions.csv', 'stance.csv']
    """
    folder = Path(folder)
    for name in ("attributions.csv", "stance.csv"):
        if (folder / name).exists():
            raise DataFault(f"{name}: is there already in {folder}; choose an empty folder")
    articles, sentences = _sampled()
    stance = sentences[["article_id", "sentence", "text"]].assign(stance="")
    empty = pd.DataFrame(columns=list(forms.ATTRIBUTION_SHEET.columns))
    codebook = (DATA / "CODEBOOK.md").read_text(encoding="utf-8")
    return [
        write_text(folder / "texts.md", list_texts(articles, sentences) + "\n"),
        write_text(folder / "CODEBOOK.md", codebook),
        write_csv(folder / "attributions.csv", empty),
        write_csv(folder / "stance.csv", stance),
    ]


def read_kit(folder: Path, who: str, gold: Path = GOLD) -> list[Path]:
    """Check the sheets in `folder`, keep them as the coding of `who` in `gold`; return the files.

    Articles without any stance are taken as not coded; agreement is then told for those that both
    coders coded. `who` is "coder-a" or "coder-b".

    Raises:
        DataFault: a code is unknown, words do not stand in their sentence, a sentence of a coded
            article has no stance, or an article is not in the sample. Nothing is written then.

    >>> read_kit(Path("none"), "me")
    Traceback (most recent call last):
    helpers.faults.DataFault: 'me': use coder-a or coder-b
    """
    if who not in CODERS:
        raise DataFault(f"{who!r}: use {' or '.join(CODERS)}")
    _, sentences = _sampled()
    folder = Path(folder)
    stance = read_table(folder / "stance.csv", forms.STANCE_SHEET).drop(columns="text")
    sheet = read_table(folder / "attributions.csv", forms.ATTRIBUTION_SHEET)
    begun = stance.loc[stance["stance"] != "", "article_id"].unique()
    stance = stance[stance["article_id"].isin(begun) & (stance["stance"] != "")]
    check_complete(stance.astype({"sentence": int}), sentences, "stance.csv")
    check_known(sheet, "article_id", pd.Index(begun), "attributions.csv", "stance.csv, coded")
    placed = place_spans(sheet, sentences, "attributions.csv")
    order = stance.astype({"sentence": int}).sort_values(["article_id", "sentence"])
    return [
        write_csv(gold / f"attributions-{who}.csv", placed),
        write_csv(gold / f"stance-{who}.csv", order),
    ]


def _sampled() -> tuple[pd.DataFrame, pd.DataFrame]:
    sample = read_sample()
    drawn = sample.loc[sample["part"] != "none", "article_id"]
    articles = load.articles()
    articles = articles[articles["article_id"].isin(drawn)]
    return articles, split_articles(articles)


def main(arguments: list[str]) -> None:
    """Do what the command line asks for; say what was written, or what is wrong.

    >>> main([])
    Traceback (most recent call last):
    SystemExit: use: kit write FOLDER, or kit read FOLDER coder-a
    """
    try:
        match arguments:
            case ["write", folder]:
                written = write_kit(Path(folder))
            case ["read", folder, who]:
                written = read_kit(Path(folder), who)
            case _:
                sys.exit("use: kit write FOLDER, or kit read FOLDER coder-a")
    except DataFault as fault:
        sys.exit(str(fault))
    print("\n".join(f"wrote {path}" for path in written))


if __name__ == "__main__":
    main(sys.argv[1:])
