(() => {
  "use strict";
  const SETTLING = 6; // frames
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const unfold = document.getElementById("unfold");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // What the event says and where, not what the page says of it.
  const told = (row) =>
    [row.closest(".day").querySelector("h3"), ...row.querySelectorAll(".what, .caveat, .place, blockquote")]
      .map((each) => each.textContent)
      .join(" ") + row.querySelector(".body").id;
  const words = (text) => new Set(text.split(" "));

  const marks = new Map();
  for (const link of document.querySelectorAll("#axis a")) {
    marks.set(link.dataset.to, [...(marks.get(link.dataset.to) ?? []), link]);
  }
  const dim = (links, isDim) => links?.forEach((link) => link.classList.toggle("off", isDim));

  // Sections are read once, and what their events say only when somebody searches.
  const days = [...document.querySelectorAll(".day")].map((section) => ({
    section,
    fold: section.querySelector(".fold"),
    links: marks.get(section.id),
    events: [...section.querySelectorAll(".ev")].map((row) => ({
      row,
      a: words(row.dataset.a),
      p: words(row.dataset.p),
      f: words(row.dataset.f),
      text: null,
      folded: row.closest(".fold") !== null,
      links: marks.get(row.querySelector(".body").id),
    })),
  }));
  let wasFiltered = false;

  const wanted = () => {
    const chosen = new FormData(form);
    const get = (name) => chosen.get(name) ?? "";
    return {
      text: plain(get("text")).split(/\s+/).filter(Boolean),
      a: get("article"),
      p: get("person"),
      f: get("status"),
    };
  };
  const fits = (event, want) => {
    if (want.a && !event.a.has(want.a)) return false;
    if (want.p && !event.p.has(want.p)) return false;
    if (want.f && !event.f.has(want.f)) return false;
    if (!want.text.length) return true;
    event.text ??= plain(told(event.row));
    return want.text.every((word) => event.text.includes(word));
  };
  const show = (element, isShown) => {
    if (element.hidden === isShown) element.hidden = !isShown;
  };
  const apply = () => {
    const want = wanted();
    const isFiltered = Boolean(want.text.length || want.a || want.p || want.f);
    let total = 0;
    let all = 0;
    for (const { section, fold, links, events } of days) {
      let here = 0;
      let folded = 0;
      for (const event of events) {
        const isShown = fits(event, want);
        show(event.row, isShown);
        here += isShown;
        folded += isShown && event.folded;
        dim(event.links, !isShown);
      }
      show(section, here > 0);
      dim(links, !here);
      if (fold) {
        if (isFiltered && !wasFiltered) fold.dataset.was = fold.open ? "open" : "";
        if (isFiltered) fold.open = folded > 0;
        else if (wasFiltered) fold.open = fold.dataset.was === "open";
      }
      total += here;
      all += events.length;
    }
    wasFiltered = isFiltered;
    document.body.classList.toggle("filtered", isFiltered);
    none.hidden = !isFiltered || total > 0;
    count.textContent = isFiltered ? `${total} of ${all} events` : `${all} events`;
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  form.addEventListener("reset", () => requestAnimationFrame(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.name === "text" && event.target.value) {
      event.preventDefault();
      event.target.value = "";
      apply();
    }
  });
  unfold.addEventListener("click", () => {
    const isOpen = unfold.getAttribute("aria-pressed") !== "true";
    for (const each of document.querySelectorAll(".ev:not([hidden]) > details, .fold")) each.open = isOpen;
    unfold.setAttribute("aria-pressed", String(isOpen));
    unfold.textContent = isOpen ? "Close all" : "Open all";
  });

  // A link straight to an event opens it, whatever is filtered or folded away.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) {
      each.open = true;
    }
    // What is not yet drawn takes its height when it comes into view: settle, then stay.
    const place = target.closest(".ev") ?? target;
    const settle = (left) => {
      place.scrollIntoView();
      if (left) requestAnimationFrame(() => settle(left - 1));
    };
    settle(SETTLING);
  };
  addEventListener("hashchange", reveal);

  // One stop for the whole axis; the arrow keys go along it.
  const axis = document.getElementById("axis");
  const stops = axis ? [...axis.querySelectorAll("a")] : [];
  const stop = (at) => stops.forEach((link, index) => link.setAttribute("tabindex", index === at ? 0 : -1));
  stop(0);
  axis?.addEventListener("keydown", (event) => {
    const seen = stops.filter((link) => link.getClientRects().length);
    const at = seen.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (at < 0 || !seen[next]) return;
    event.preventDefault();
    stop(stops.indexOf(seen[next]));
    seen[next].focus();
  });

  form.hidden = false;
  if (location.hash) reveal();
})();
