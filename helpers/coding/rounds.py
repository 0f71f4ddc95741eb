"""A round of coding read back: each coding, their agreement, what is to settle, the gold."""

from pathlib import Path

from helpers.coding.differences import list_differences, settle
from helpers.coding.folder import Draw, read_draw
from helpers.coding.gold import FILES, write_coding
from helpers.coding.returned import read_sheets
from helpers.coding.settling import read_differences, write_differences
from helpers.faults import DataFault, gather
from helpers.files import write_csv
from helpers.gold.agreement import compare_codings
from helpers.gold.codings import CODERS, Coding
from helpers.gold.forms import SETTLEMENTS

DIFFERENCES = "differences.xlsx"


def read_round(folder: Path) -> list[str]:
    """Check the workbooks in `folder`, write what comes of them beside; return lines that tell it.

    Each coder who has begun gets attributions-WHO.csv and stance-WHO.csv. One coder's coding is the
    gold (see `gold.write_coding`). Of two, agreement.csv and agreement_spans.csv tell how far they
    agree (see `agreement.Agreement`) and differences.xlsx is written, unless they agree in all.
    Once each difference is settled in it, settlements.csv and the gold are written; until then
    there is no gold.

    Raises:
        DataFault: see `folder.read_draw`, `returned.read_sheets` and `settling.read_differences`;
            also where nobody has coded anything. All workbooks' faults are listed at once.

    >>> read_round(Path("nowhere"))
    Traceback (most recent call last):
    helpers.faults.DataFault: sample.csv: cannot be read at nowhere/sample.csv (No such file or
    directory)
    """
    folder = Path(folder)
    draw = read_draw(folder)
    books = [folder / f"{who}.xlsx" for who in CODERS if (folder / f"{who}.xlsx").exists()]
    read = gather(
        str(folder), *(lambda path=path: read_sheets(path, draw.sentences, draw.types)
                       for path in books)
    )  # fmt: skip
    codings = {path.stem: coding for path, coding in zip(books, read, strict=True) if coding.coded}
    if not codings:
        raise DataFault(f"no sentence has a stance in {' or '.join(CODERS)}.xlsx of {folder}")
    told = []
    for who, coding in codings.items():
        write_coding(folder, coding, who)
        told += [
            f"{who}: {len(coding.coded)} of {len(draw.sample)} articles, "
            f"{len(coding.attributions)} attributions",
            *tell_gaps(draw, coding),
        ]
    for name in FILES:
        (folder / name.format("")).unlink(missing_ok=True)
    if len(codings) == 1:
        return [*told, *_keep(folder, *codings.values())]
    return told + _settle(folder, draw, *codings.values())


def tell_gaps(draw: Draw, coding: Coding) -> list[str]:
    """Return a line if articles were passed over: then the coded ones are no random draw.

    >>> import pandas as pd
    >>> draw = Draw(pd.DataFrame({"article_id": ["b", "a", "c"]}), None, None)
    >>> tell_gaps(draw, Coding(None, pd.DataFrame({"article_id": ["a"]})))
    ['  passed over: b; the articles coded are then no random draw: code it, or tell of it']
    """
    ids = draw.sample["article_id"].tolist()
    coded = set(coding.coded)
    last = max(place for place, article_id in enumerate(ids) if article_id in coded)
    passed = [article_id for article_id in ids[:last] if article_id not in coded]
    why = "the articles coded are then no random draw: code it, or tell of it"
    return [f"  passed over: {', '.join(passed)}; {why}"] if passed else []


def _settle(folder: Path, draw: Draw, one: Coding, other: Coding) -> list[str]:
    compared = compare_codings(one, other, draw.sentences, draw.types)
    write_csv(folder / "agreement.csv", compared.alphas)
    write_csv(folder / "agreement_spans.csv", compared.spans)
    told = [
        f"  {row.field}: alpha {row.alpha:.2f} ({row.low:.2f} to {row.high:.2f}; {row.units} units)"
        for row in compared.alphas.itertuples()
    ]
    told = ["agreement (Krippendorff's alpha, 95 % interval):", *told]
    differences = list_differences(one, other, draw.sentences)
    path, settled = folder / DIFFERENCES, differences.assign(settled="", reason="")
    if len(differences) and not path.exists():
        write_differences(path, differences, draw.types)
    elif len(differences):
        settled = read_differences(path, differences, draw.types)
    still = settled["settled"].eq("").sum()
    if still:
        why = "no gold yet: settle them there and read the folder again"
        return [*told, f"{still} of {len(settled)} differences to settle in {path}; {why}"]
    write_csv(folder / "settlements.csv", settled[list(SETTLEMENTS.columns)])
    return [*told, *_keep(folder, settle(one, other, settled))]


def _keep(folder: Path, coding: Coding) -> list[str]:
    return ["gold:", *(f"  wrote {path}" for path in write_coding(folder, coding))]
