// Sorts, filters and searches the table of records. Without this script it is a plain table.
"use strict";

(() => {
  const box = document.getElementById("records");
  const table = box.querySelector("table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    cells: [...row.cells].map((cell) => (cell.querySelector("summary") ?? cell).textContent.trim()),
  }));
  const form = document.createElement("form");
  const status = document.createElement("p");
  status.setAttribute("role", "status");

  // Controls

  function label(words, control) {
    const one = document.createElement("label");
    one.append(words, control);
    form.append(one);
    return control;
  }

  const search = label("Search titles, abstracts and all else", document.createElement("input"));
  search.type = "search";

  // What a column is filtered by: its cells, or the years of its dates.
  const value = (head, cell) => (head.dataset.filter === "year" ? cell.slice(0, 4) : cell);

  const filters = heads.flatMap((head, column) => {
    if (!("filter" in head.dataset)) return [];
    const select = document.createElement("select");
    const values = [...new Set(rows.map(({ cells }) => value(head, cells[column])))].sort();
    select.append(new Option("all", "all"));
    for (const each of values) select.append(new Option(each || "not known", each));
    label(head.dataset.filter === "year" ? "Year" : head.textContent, select);
    return [{ head, column, select }];
  });

  const reset = document.createElement("button");
  reset.type = "reset";
  reset.textContent = "Show all";
  form.append(reset);

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { row, text, cells } of rows) {
      row.hidden = !(
        words.every((word) => text.includes(word)) &&
        filters.every(
          ({ head, column, select }) =>
            select.value === "all" || value(head, cells[column]) === select.value,
        )
      );
      shown += !row.hidden;
    }
    status.textContent = `${shown} of ${rows.length} records shown.`;
  }

  // Sorting: first up, then down; what is not known comes last.

  function sort(column, direction) {
    const number = heads[column].dataset.sort === "number";
    const compare = (a, b) =>
      number ? a - b : a.localeCompare(b, "en", { sensitivity: "base" });
    rows.sort(({ cells: { [column]: a } }, { cells: { [column]: b } }) =>
      a && b ? direction * compare(a, b) : Boolean(b) - Boolean(a),
    );
    body.append(...rows.map(({ row }) => row));
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.ariaSort !== "ascending";
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(column, up ? 1 : -1);
    });
  });

  // A link to a record opens it.

  function open() {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !body.contains(row)) return;
    row.querySelector("details").open = true;
    row.scrollIntoView();
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  window.addEventListener("hashchange", open);
  box.prepend(form, status);
  filter();
  open();
})();
