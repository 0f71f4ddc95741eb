"""Bad input: one clear error that names file, row, column and remedy; all faults at once."""

import pandas as pd
import pytest

from helpers import load
from helpers.faults import DataFault
from helpers.paths import DATA


@pytest.fixture
def rows():
    """The first five records as a table of text, to be spoilt."""
    return pd.read_csv(DATA / "articles.csv", dtype=str, keep_default_na=False).head(5)


def fault_of(table, tmp_path, encoding="utf-8"):
    path = tmp_path / "articles.csv"
    table.to_csv(path, index=False, encoding=encoding)
    with pytest.raises(DataFault) as caught:
        load.articles(path)
    return str(caught.value)


def test_a_sound_table_loads(rows, tmp_path):
    path = tmp_path / "articles.csv"
    rows.to_csv(path, index=False)
    assert load.articles(path)["text"].tolist() == rows["abstract"].tolist()


def test_a_missing_column(rows, tmp_path):
    message = fault_of(rows.drop(columns="outlet"), tmp_path)
    assert "articles.csv: column 'outlet' is missing; add it" in message


def test_an_unknown_column(rows, tmp_path):
    assert "column 'mood' is not known" in fault_of(rows.assign(mood=""), tmp_path)


def test_a_doubled_id(rows, tmp_path):
    rows.loc[3, "article_id"] = rows.loc[1, "article_id"]
    message = fault_of(rows, tmp_path)
    assert "row 3, column 'article_id'" in message and "row 5, column 'article_id'" in message
    assert "stands more than once" in message


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "yesterday", "04/05/2025"])
def test_an_impossible_date(rows, tmp_path, value):
    rows.loc[2, "published"] = value
    assert f"row 4, column 'published': '{value}': use YYYY-MM-DD" in fault_of(rows, tmp_path)


@pytest.mark.parametrize("value", ["UK", "ZZZ", "gbr", ""])
def test_an_unknown_country(rows, tmp_path, value):
    rows.loc[0, "outlet_country"] = value
    message = fault_of(rows, tmp_path)
    assert f"row 2, column 'outlet_country': '{value}': use an ISO 3166-1" in message


def test_an_empty_abstract(rows, tmp_path):
    rows.loc[4, "abstract"] = " "
    assert "row 6, column 'abstract': ' ': fill it in" in fault_of(rows, tmp_path)


def test_a_file_in_latin_1(rows, tmp_path):
    rows.loc[0, "outlet"] = "El País"
    message = fault_of(rows, tmp_path, encoding="latin-1")
    assert "line 2 is not UTF-8; save the file as UTF-8" in message and "articles.csv" in message


def test_an_unknown_arrangement(rows, tmp_path):
    rows.loc[1, "arrangement"] = "uk-mars"
    message = fault_of(rows, tmp_path)
    assert "row 3, column 'arrangement': 'uk-mars': not in arrangements.csv" in message


def test_unsorted_countries(rows, tmp_path):
    rows.loc[1, "receiving"] = "UGA;RWA"
    assert "row 3, column 'receiving': 'UGA;RWA'" in fault_of(rows, tmp_path)


def test_all_faults_are_listed_at_once(rows, tmp_path):
    rows.loc[0, "published"], rows.loc[1, "genre"], rows.loc[2, "url"] = "x", "gossip", "ftp://a"
    message = fault_of(rows, tmp_path)
    assert message.startswith("3 fault(s) in articles.csv")
    assert "use one of: news, opinion" in message and "full http(s) address" in message


def test_no_file_and_no_table(tmp_path):
    with pytest.raises(DataFault, match="No such file"):
        load.articles(tmp_path / "articles.csv")
    (tmp_path / "articles.csv").write_text("")
    with pytest.raises(DataFault, match="not a CSV table"):
        load.articles(tmp_path / "articles.csv")


def test_nothing_is_mended_silently(rows, tmp_path):
    rows.loc[0, "abstract"] += '\n\nA second paragraph, with "quotes" and ünïcode. '
    path = tmp_path / "articles.csv"
    rows.to_csv(path, index=False)
    assert load.articles(path)["abstract"].tolist() == rows["abstract"].tolist()
