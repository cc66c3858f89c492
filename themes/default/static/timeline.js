// Shows only some of the timeline's events. Everything is on the page already: without this file the whole list stays.

const template = document.getElementById("_filter");
const list = document.querySelector(".timeline");

if (template && list) {
  template.replaceWith(template.content.cloneNode(true));
  const form = document.querySelector(".filter");
  const count = form.querySelector(".filter-count");
  const sections = [...list.querySelectorAll(".period")].map((section) => ({
    section,
    events: [...section.querySelectorAll(".event")].map((event) => ({
      event,
      words: event.textContent.toLocaleLowerCase(),
      sources: event.dataset.sources.split("|"),
      kinds: event.dataset.kinds.split("|"),
    })),
  }));

  const apply = () => {
    const { words, source, kind } = form.elements;
    const wanted = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, events } of sections) {
      let any = false;
      for (const { event, words: text, sources, kinds } of events) {
        const fits =
          wanted.every((word) => text.includes(word)) &&
          (!source.value || sources.includes(source.value)) &&
          (!kind?.value || kinds.includes(kind.value));
        event.hidden = !fits;
        any ||= fits;
        shown += fits;
      }
      section.hidden = !any;
    }
    count.textContent = count.dataset.text.replace("{shown}", shown.toLocaleString(document.documentElement.lang));
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
