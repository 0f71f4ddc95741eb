"""What one page shows a browser: faults, requests, links, pictures, headings, tables."""

from dataclasses import dataclass, field

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SEEN = """() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const words = (node) => node?.textContent.trim() ?? "";
  return {
    links: all("a[href]").map((link) => link.href),
    ids: all("[id]").map((node) => node.id),
    pictures: all("article img").map((image) => ({
      alt: image.alt,
      caption: words(image.closest("figure")?.querySelector("figcaption")),
      drawn: image.naturalWidth > 0,
    })),
    headings: all("main :is(h1, h2, h3, h4, h5)")
      .filter((head) => head.checkVisibility())
      .map((head) => Number(head.tagName[1])),
    tables: all("article table").map((table) => ({
      heads: table.querySelectorAll("th").length,
      start: words(table).slice(0, 60),
    })),
  };
}"""
# Before axe looks: all that folds is open, so that it is looked at, too.
UNFOLD = "document.querySelectorAll('details').forEach((one, at) => { one.open = at < 20; })"


@dataclass
class View:
    """A page as it was seen; `broken` are axe's serious faults, by colour scheme."""

    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    seen: dict = field(default_factory=dict)
    broken: dict[str, list[str]] = field(default_factory=dict)
    phone_width: int = 0


def look_at(browser, path) -> View:
    """Open the page at `path` light, then on a phone; and dark."""
    view = View()
    page = open_page(browser, path, "light", view)
    view.seen = page.evaluate(SEEN)
    view.broken["light"] = find_broken(page)
    page.set_viewport_size(PHONE)
    view.phone_width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    page = open_page(browser, path, "dark", view)
    view.broken["dark"] = find_broken(page, runOnly=["color-contrast"])  # all else is as in light
    page.context.close()
    return view


def open_page(browser, path, scheme, view):
    """Return the page at `path`, unfolded; what it says and asks for goes into `view`."""
    page = browser.new_context(viewport=DESKTOP, color_scheme=scheme).new_page()
    page.on("console", lambda told: told.type in ("error", "warning")
            and view.console.append(told.text))  # fmt: skip
    page.on("pageerror", lambda error: view.console.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "data:"))
            or view.outside.append(request.url))  # fmt: skip
    page.goto(path.as_uri(), wait_until="load")
    page.evaluate(UNFOLD)
    return page


def find_broken(page, **options) -> list[str]:
    """Return what axe calls serious or critical: the rule, how often, and where first."""
    from axe_playwright_python.sync_playwright import Axe

    # no preload: a page from a folder may not be asked for its style sheets
    options |= {"resultTypes": ["violations"], "preload": False}
    return [
        f"{fault['id']} ({len(fault['nodes'])}): {fault['nodes'][0]['html'][:200]}"
        for fault in Axe().run(page, options=options).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
