"""The picture of the architecture is that of the imports."""

from collections import Counter

from helpers.paths import FIGURES, ROOT
from helpers.project.architecture import (
    NAME,
    PLACES,
    count_imports,
    draw_architecture,
    keep_needed,
    list_basics,
    write_architecture,
)


def test_the_committed_picture_is_current(tmp_path):
    made = write_architecture(tmp_path).read_bytes()
    assert made == (FIGURES / NAME).read_bytes(), "run: python run.py reproduce --update"


def test_every_package_has_its_place():
    packages = {path.parent.name for path in (ROOT / "helpers").glob("*/__init__.py")}
    assert packages <= set(PLACES)
    assert {"faults", "files", "paths"} <= set(list_basics(count_imports()))


def test_imports_are_counted_wherever_they_stand(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "load.py").write_text("import json\nfrom helpers.gold.sample import draw\n")
    (tmp_path / "measure.py").write_text("x = 1\n")
    (tmp_path / "gold" / "a.py").write_text(
        "from helpers import load, measure\nfrom helpers.gold.b import c\n"
        "def f():\n    from helpers.load import articles\n"
    )
    assert count_imports(tmp_path) == Counter(
        {("load", "gold"): 1, ("gold", "load"): 2, ("gold", "measure"): 1}
    )


def test_an_arrow_is_drawn_for_each_pair_that_is_needed():
    imports = Counter([("tone", "words"), ("measure", "tone"), ("measure", "words")])
    figure = draw_architecture(imports)
    assert len(figure.axes[0].patches) == len(keep_needed(imports)) == 2
    back = Counter([("load", "gold"), ("gold", "load")])
    assert keep_needed(back) == [("gold", "load"), ("load", "gold")]


def test_the_page_names_every_part_with_a_place():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in PLACES)
