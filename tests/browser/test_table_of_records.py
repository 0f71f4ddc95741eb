"""The table of records: sorted, filtered, searched; a plain table where no script runs."""

import pytest

from helpers import load


@pytest.fixture
def records(site, page):
    page.goto((site / "records.html").as_uri())
    return page


def titles(page):
    return page.locator("#records tbody tr:visible summary").all_inner_texts()


def test_every_record_is_there(records):
    assert sorted(titles(records)) == sorted(load.articles()["title"])


def test_search_takes_every_word_of_title_and_abstract(records):
    records.get_by_label("Search titles").fill("kagame court")
    articles = load.articles().set_index("title")
    found = titles(records)
    assert 0 < len(found) < len(articles)
    assert f"{len(found)} of {len(articles)} records shown." in records.inner_text("#records")
    held = articles["title_and_text"] = articles.index + " " + articles["text"]
    both = held.str.lower().str.contains("kagame") & held.str.lower().str.contains("court")
    assert set(articles.index[both]) <= set(found)


def test_filters_join(records):
    articles = load.articles()
    wanted = articles[articles["genre"].eq("opinion") & articles["year"].eq(2024)]
    records.get_by_label("Genre").select_option("opinion")
    records.get_by_label("Year").select_option("2024")
    assert sorted(titles(records)) == sorted(wanted["title"])
    records.get_by_role("button", name="Show all").click()
    records.get_by_text(f"{len(articles)} of {len(articles)}").wait_for()


@pytest.mark.parametrize(
    ("column", "number"), [("Record", False), ("Published", False), ("Attributions", True)]
)
def test_a_column_sorts_up_and_down_by_key(records, column, number):
    place = records.locator("#records th").all_inner_texts()
    place = next(at for at, head in enumerate(place) if head.startswith(column))

    def cells():
        query = f"#records tbody td:nth-child({place + 1})"
        told = [one.split("\n")[0] for one in records.locator(query).all_inner_texts()]
        return [int(one) for one in told] if number else [one.casefold() for one in told if one]

    button = records.get_by_role("button", name=column)
    for direction in ("ascending", "descending"):
        button.focus()
        records.keyboard.press("Enter")
        head = records.locator("#records th").nth(place)
        assert head.get_attribute("aria-sort") == direction
        told = cells()
        up = told if direction == "ascending" else told[::-1]
        if column == "Record":  # a reader's order: case and marks aside
            assert up[0][0] <= up[-1][0] and len(set(up)) > 1
        else:
            assert up == sorted(up)


def test_a_record_opens_by_key_with_marks_and_link(records):
    summary = records.locator("#records summary").first
    summary.focus()
    records.keyboard.press("Enter")
    opened = records.locator("#records details[open]")
    assert opened.locator(".source").first.is_visible()
    assert opened.locator(".cue").first.is_visible()
    link = opened.get_by_role("link", name="Read the article").get_attribute("href")
    assert link in set(load.articles()["url"])


def test_a_link_to_a_record_opens_it(site, page):
    one = load.articles().iloc[200]
    page.goto((site / "records.html").as_uri() + f"#{one['article_id']}")
    opened = page.locator("#records details[open]")
    assert opened.count() == 1 and one["title"] in opened.inner_text()
    assert opened.locator("summary").evaluate(
        "(one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().top < 400"
    )


def test_without_scripts_it_is_a_plain_table(site, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "records.html").as_uri())
    assert page.locator("#records tbody tr").count() == len(load.articles())
    assert page.locator("#records button").count() == 0
    page.locator("#records summary").first.click()
    assert page.locator("#records .abstract").first.is_visible()
    context.close()
