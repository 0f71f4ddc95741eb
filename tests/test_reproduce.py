"""The checks of a run catch what they are for: one changed number anywhere."""

import shutil

import nbformat
import pandas as pd
import pytest

from helpers.files import write_bytes, write_csv
from helpers.findings import ledger
from helpers.paths import FIGURES, NOTEBOOKS, OUTPUT_VARIABLE, ROOT
from helpers.project.compare import differing_cells, differing_files
from helpers.uncertainty import Estimate


def test_a_changed_number_in_an_output_is_seen():
    path = NOTEBOOKS / "04-source-attribution.ipynb"
    one, two = (nbformat.read(path, as_version=4) for _ in range(2))
    assert differing_cells(one, two) == []
    cell = next(
        c for c in two.cells if c.source.startswith("by_type.round") or "by_type" in c.source
    )
    cell.outputs[0].data["text/plain"] = cell.outputs[0].data["text/plain"].replace("0.0", "0.1", 1)
    assert len(differing_cells(one, two)) == 1


@pytest.fixture
def copy(tmp_path):
    for folder in ("figures", "data/derived"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_unchanged_files_are_the_same(copy):
    assert differing_files(copy, ROOT) == []


@pytest.mark.parametrize("ending", ["csv", "svg", "txt"])
def test_a_changed_figure_is_seen(copy, ending):
    name = f"fig-04-a-floor-by-type.{ending}"
    text = (copy / "figures" / name).read_text(encoding="utf-8")
    (copy / "figures" / name).write_text(text.replace("4", "5", 1), encoding="utf-8")
    assert differing_files(copy, ROOT) == [f"figures/{name} differs"]


def test_missing_and_new_files_are_seen(copy):
    (copy / "figures" / "fig-04-a-floor-by-type.csv").unlink()
    (copy / "data/derived" / "new.csv").write_text("a\n")
    assert differing_files(copy, ROOT) == [
        "figures/fig-04-a-floor-by-type.csv is committed but was not made",
        "data/derived/new.csv was made but is not committed",
    ]


def test_a_picture_with_other_pixels_is_seen(copy):
    name = "fig-04-b-floor-by-side.png"
    shutil.copy(FIGURES / "fig-04-a-floor-by-type.png", copy / "figures" / name)
    assert differing_files(copy, ROOT) == [f"figures/{name} differs"]


def test_the_ledger_tells_a_changed_finding(monkeypatch):
    monkeypatch.delenv(OUTPUT_VARIABLE, raising=False)
    table = ledger("04-source-attribution", floor_government=Estimate(0.5, 0, 1, 1, 2, 1, "share"))
    assert table["same"].tolist() == [False]


def test_the_ledger_keeps_other_notebooks_rows(monkeypatch, tmp_path):
    monkeypatch.setenv(OUTPUT_VARIABLE, str(tmp_path))
    for notebook, key in (("01-a", "wire_copy"), ("02-b", "floor_sending"), ("01-a", "wire_copy")):
        ledger(notebook, **{key: Estimate(0.5, 0, 1, 1, 2, 1, "share")})
    table = pd.read_csv(tmp_path / "data/derived/findings.csv")
    assert table["notebook"].tolist() == ["01-a", "02-b"]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.csv"
    write_bytes(path, b"old")
    with pytest.raises(AttributeError):
        write_csv(path, None)
    with pytest.raises(TypeError):
        write_bytes(path, "not bytes")
    assert path.read_bytes() == b"old"
    assert [child.name for child in tmp_path.iterdir()] == ["a.csv"]
