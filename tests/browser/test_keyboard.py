"""Who uses no mouse reaches everything, and sees where they are."""

import pytest

PAGES = ("index.html", "records.html", "figures/README.html", "notebooks/05-how-sure-are-we.html")
# What a page offers to a hand with a mouse and is seen: links, buttons, fields, what folds.
REACHABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled
    && one.tabIndex >= 0 && !one.closest("[inert], [aria-hidden='true']"))
  .map((one, at) => (one.dataset.at = at))"""
HERE = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return [Number(one.dataset.at ?? -1),
    style.outlineStyle !== "none" || style.boxShadow !== "none"];
}"""


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_and_shows_where_it_is(site, page, name):
    page.goto((site / name).as_uri())
    page.wait_for_timeout(500)
    wanted = set(page.evaluate(REACHABLE))
    assert len(wanted) > 20
    reached, unseen = set(), set()
    for _ in range(len(wanted) + 10):
        page.keyboard.press("Tab")
        at, shown = page.evaluate(HERE)
        reached.add(at)
        if not shown:
            unseen.add(at)
    words = """(missed) => [...document.querySelectorAll('[data-at]')]
      .filter((one) => missed.includes(Number(one.dataset.at))).map((one) => one.outerHTML)"""
    assert page.evaluate(words, sorted(wanted - reached)) == []
    assert page.evaluate(words, sorted(unseen - {-1})) == []


def test_the_theme_is_changed_by_keys(site, page):
    page.goto((site / "index.html").as_uri())
    before = page.locator("html").get_attribute("data-mode")
    page.locator(".theme-switch-button:visible").first.focus()
    for key in ("Enter", "Tab", "Tab", "Enter"):  # opens a menu, takes its second entry
        page.keyboard.press(key)
    assert page.locator("html").get_attribute("data-mode") != before
