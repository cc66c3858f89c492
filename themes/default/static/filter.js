// Narrows a list that is on the page already down to what a reader asks for, and keeps that in the address. Without this
// file the whole list stays, and no control is shown.

const template = document.getElementById("_filter");
if (template) start(template);

function start(template) {
  const language = document.documentElement.lang;
  const form = template.content.querySelector("form");
  // It stands open where there is room for it, or where it is in use.
  form.parentElement.open = matchMedia("(min-width: 46rem)").matches || new URLSearchParams(location.search).size > 0;
  template.replaceWith(template.content);
  const controls = [...form.elements].filter((control) => control.name);
  const status = form.querySelector("[role=status]");
  const folded = [...document.querySelectorAll("details[data-fold]")];
  const groups = [...document.querySelectorAll("[data-group]")].map((element) => ({
    element,
    entries: [...element.querySelectorAll("[data-entry]")].map((element) => ({ element, ...element.dataset })),
  }));
  const entries = groups.flatMap((group) => group.entries);

  // Entries name choices by their numbers in the order of the file; readers get them in the order of their alphabet.
  const numbers = new Map();
  const collator = new Intl.Collator(language);
  for (const select of form.querySelectorAll("select")) {
    const options = [...select.options].slice(1);
    options.forEach((option, number) => numbers.set(`${select.name} ${option.value}`, String(number)));
    if (select.name !== "class") options.sort((a, b) => collator.compare(a.text, b.text));
    select.append(...options);
  }

  // An address may name what is on another page of the list: it is kept, and fits nothing here.
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      const value = query.get(control.name) ?? "";
      if (control.options && ![...control.options].some((option) => option.value === value)) {
        control.add(new Option(value, value));
      }
      control.value = value;
    }
    apply();
    keep();
  };

  const write = () => {
    const query = new URLSearchParams(location.search);
    for (const { name, value } of controls) value ? query.set(name, value) : query.delete(name);
    const search = query.size ? `?${query}` : "";
    if (search !== location.search) history.pushState(null, "", `${location.pathname}${search}${location.hash}`);
    keep();
  };

  // Links to the list's other pages take the query along.
  const keep = () => {
    for (const link of document.querySelectorAll("[data-keep] a, a[data-keep]")) {
      const href = link.getAttribute("href");
      if (href.startsWith("#")) continue;
      const [, path, hash] = href.match(/^([^?#]*)[^#]*(.*)$/);
      link.setAttribute("href", path + location.search + hash);
    }
  };

  const fits = (entry, wanted) =>
    wanted.every(({ name, value, number }) => {
      if (name === "words") {
        entry.text ??= entry.element.textContent.toLocaleLowerCase(language);
        return value.every((word) => entry.text.includes(word));
      }
      if (name === "from" || name === "to") {
        if (entry.dates === undefined) return false;
        const [first, last] = entry.dates.split("/");
        return name === "from" ? !last || last >= value : !first || first <= value;
      }
      return entry[name].split(" ").includes(number);
    });

  const apply = () => {
    const wanted = controls.flatMap(({ name, value }) => {
      if (name === "words") {
        const words = value.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
        return words.length ? [{ name, value: words }] : [];
      }
      return value ? [{ name, value, number: numbers.get(`${name} ${value}`) }] : [];
    });
    let shown = 0;
    for (const { element, entries } of groups) {
      let any = false;
      for (const entry of entries) {
        const fit = fits(entry, wanted);
        entry.element.hidden = !fit;
        any ||= fit;
        shown += fit;
      }
      element.hidden = !any;
    }
    for (const details of folded) {
      details.dataset.was ??= details.open ? "open" : "";
      details.open = wanted.length > 0 || details.dataset.was === "open";
    }
    form.querySelector("[type=reset]").hidden = !wanted.length;
    say(shown);
  };

  // A live region speaks once a reader has stopped typing, and says how many there are, not which.
  let speaking;
  const say = (shown) => {
    const number = (count) => count.toLocaleString(language);
    const text = status.dataset.text.replace("{shown}", number(shown)).replace("{count}", number(entries.length));
    clearTimeout(speaking);
    speaking = setTimeout(() => (status.textContent = text), 150);
  };

  form.addEventListener("input", apply);
  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => (event.preventDefault(), write()));
  form.addEventListener("reset", () => setTimeout(() => (apply(), write(), form.elements[0].focus())));
  addEventListener("popstate", read);
  read();
}
