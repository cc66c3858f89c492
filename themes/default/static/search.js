// Search in an index of plain files; src/search says what they hold. The browser fetches the few that a query needs, and
// nothing is sent to anybody. Without this script the page is a list of everything from A to Z.

// Words are cut and folded as src/search/cut.rs and fold.rs do it; tests/search/words.json holds both to the same.
const APOSTROPHE = "'`´‘’‛′ʼ׳＇";
const UNSEEN = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
const DIGIT = "[0-9٠-٩۰-۹०-९]";
const LETTER = `(?![${APOSTROPHE}${UNSEEN}])[\\p{Alphabetic}\\p{M}\\p{N}]`;
const BEGINS = `(?!\\p{M})${LETTER}`;
const JOINT = `(?:[${UNSEEN}]+[${APOSTROPHE}]?[${UNSEEN}]*|[${APOSTROPHE}][${UNSEEN}]*)(?=${BEGINS})`;
const WORD = new RegExp(`${BEGINS}(?:${LETTER}|${JOINT}|(?<=${DIGIT})[.,٫٬](?=${DIGIT}))*`, "gu");
const JOINTS = new RegExp(`[${APOSTROPHE}${UNSEEN}]`, "gu");
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", ŋ: "n", ə: "e", ς: "σ", ґ: "г",
  ى: "ي", ی: "ي", ک: "ك", ة: "ه", ە: "ه", ٱ: "ا", ـ: "", "٫": ".", "٬": ",",
};
const UNSPACED = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}]";
const RUN = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, "gsu");
const SPACE = "[ \\u00a0\\u2007\\u2009\\u202f]";
const GAP = new RegExp(`^(?:${SPACE}|[-\\u2010\\u2011])$`);
const MONEY = "[$£¥\\u20a0-\\u20cf]";
const BEFORE = new RegExp(`(${MONEY})${SPACE}?$`);
const AFTER = new RegExp(`^${SPACE}?(${MONEY}|[%٪])`);

/** The words of a text as written, with their places. */
export const cut = (text) => [...text.matchAll(WORD)].map(({ 0: written, index }) => ({ written, start: index, end: index + written.length }));

const fold = (word) => {
  const plain = word.replace(JOINTS, "").normalize("NFKD").toLowerCase().replace(JOINTS, "").replace(/\p{M}/gu, "");
  const ascii = plain.replace(/[٠-٩۰-۹०-९]/g, (digit) => (digit.charCodeAt(0) - (digit < "०" ? 0 : 6)) & 15);
  const spelled = [...ascii].map((letter) => LETTERS[letter] ?? letter).join("");
  return [...spelled.replace(/^(?:[وبكف]?ال|لل)(?=...)/u, "")].slice(0, 30).join("");
};

/** What a word as written is found by. */
export const words = (written) => {
  const folded = fold(written);
  const parts = folded.split(/[.,]/);
  if (parts.length > 1) {
    const signs = folded.match(/[.,]/g);
    const mixed = signs[0] !== signs.at(-1);
    const grouped = ([first, ...others]) => others.length > 0 && first.length <= 3 && others.every((group) => group.length === 3);
    const whole = parts.slice(0, -1);
    if (!/^[\d.,]+$/.test(folded)) return parts;
    if (!mixed && grouped(parts)) return [parts.join("")];
    return whole.length === 1 || (mixed && grouped(whole)) ? [`${whole.join("")}.${parts.at(-1)}`] : parts;
  }
  return (folded.match(RUN) ?? []).flatMap((run) => {
    const [first, ...others] = run;
    return others.length > 0 && RegExp(UNSPACED, "u").test(first) ? others.map((letter, at) => [...run][at] + letter) : run;
  });
};

/** The numbers of a text, each with the words for what it is of: `20000` for `20 000`, `$18`, `18%`, `20 million`. */
export const figures = (text, places) => {
  const between = (at) => text.slice(places[at]?.end ?? 0, places[at + 1]?.start ?? text.length);
  const numberAt = (at) => {
    const found = RegExp(`^${DIGIT}`).test(places[at]?.written) ? words(places[at].written) : [];
    return found.length === 1 && /^[\d.]+$/.test(found[0]) ? found[0] : "";
  };
  const found = [];
  for (let at = 0; at < places.length; at += 1) {
    let number = numberAt(at);
    if (!number) continue;
    const from = at;
    const short = number.length <= 3;
    while (short && GAP.test(between(at)) && numberAt(at + 1).length === 3) number += numberAt((at += 1));
    const of = at > from ? [number] : [];
    for (const sign of [BEFORE.exec(between(from - 1)), AFTER.exec(between(at))]) {
      if (sign) of.push(/[%٪]/.test(sign[1]) ? `${number}%` : sign[1] + number);
    }
    const noun = GAP.test(between(at)) && places[at + 1] ? words(places[at + 1].written)[0] : "";
    if (noun && !/^\d/.test(noun)) of.push(`${number} ${noun}`);
    found.push({ from, to: at, number, of });
  }
  return found;
};

/** What must all be found: for each word the ways to find it, the closest first, each a list of words. */
const parse = (query) => {
  const places = cut(query);
  const numbers = figures(query, places);
  const units = [];
  for (let at = 0; at < places.length; at += 1) {
    const figure = numbers.find(({ from }) => from === at);
    const { to, number, of } = figure ?? { to: at, of: [] };
    const plain = places.slice(at, to + 1).flatMap(({ written }) => words(written));
    const parts = places[at].written.split(RegExp(`[${APOSTROPHE}]`)).filter((part) => part.length > 1);
    const ways = [of, number ? [number] : [], plain, parts.flatMap(words)].filter((way) => way.length > 0);
    const end = places[of.length > 0 && of.at(-1).includes(" ") ? to + 1 : to].end;
    if (ways.length > 0) units.push({ ways, open: end === query.length });
    at = to;
  }
  return units;
};

const WEIGHTS = [1, 1.7, 3, 5, 7];
const UNFINISHED = 0.5;
const KINDS = { entity: 1.4, event: 1.2, question: 1.2, source: 1.3 };
const MOST_FILES = 4;

/** Numbers as src/search/digits.rs writes them. */
const digits = (text) => {
  const numbers = [];
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    number = number * 32 + (digit & 31);
    if (digit < 32) number = numbers.push(number) * 0;
  }
  return numbers;
};

/** The position of the last item whose first part is not greater. */
const last = (items, wanted) => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle][0] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

class Index {
  #files = new Map();

  static async load(folder) {
    const root = await (await fetch(`${folder}index.json`, { cache: "no-cache" })).json();
    if (root.format !== 1) throw new Error("the index is of another version");
    const size = Math.max(...root.kinds.map(([, first, count]) => first + count));
    return Object.assign(new Index(), { ...root, folder, size, at: Date.now() });
  }

  #file(name, read) {
    const text = async () => {
      const answer = await fetch(`${this.folder}${name}?v=${this.version}`);
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return read(await answer.text());
    };
    if (!this.#files.has(name)) this.#files.set(name, text());
    return this.#files.get(name);
  }

  /** The words of a file with their lists; a form has the word that has its list, and that word has its forms. */
  #shelf(at) {
    return this.#file(`words/${this.words[at][1]}.txt`, (text) => {
      const [lists, forms] = [new Map(), new Map()];
      let word = "";
      for (const [, shared, rest, sign, list] of text.matchAll(/^(.)(.*)\t([=]?)(.*)$/gm)) {
        word = word.slice(0, digits(shared)[0]) + rest;
        const home = sign ? word.slice(0, word.length - digits(list[0])[0]) + list.slice(1) : word;
        lists.set(word, { home, list: sign ? null : list });
        forms.set(home, [...(forms.get(home) ?? []), word]);
      }
      return { lists, forms };
    });
  }

  async #list(word) {
    const shelf = this.words[last(this.words, word)] && (await this.#shelf(last(this.words, word)));
    const found = shelf?.lists.get(word);
    if (found?.list === null) return this.#list(found.home);
    return { list: found?.list, forms: shelf?.forms.get(word) ?? [] };
  }

  /** Words that begin like this, with their lists, as far as a few files have them. */
  async #beginning(word, longest = Infinity) {
    const near = Math.max(0, last(this.words, word));
    const shelves = this.words.slice(near, near + MOST_FILES).map(([first], at) => (at === 0 || first.startsWith(word) ? this.#shelf(near + at) : null));
    const [homes, begun] = [new Map(), []];
    for (const shelf of await Promise.all(shelves)) {
      for (const [form, { home, list }] of shelf?.lists ?? []) {
        if (!form.startsWith(word) || form.length > longest || form.includes("/")) continue;
        homes.set(home, list ?? homes.get(home));
        begun.push(form);
      }
    }
    const away = [...homes.keys()].filter((home) => homes.get(home) === undefined).slice(0, MOST_FILES);
    for (const home of away) homes.set(home, (await this.#list(home)).list);
    return { begun, lists: [...homes.values()].filter((list) => list && !list.startsWith("*")) };
  }

  /** Words that a word which is nowhere may be a form of: they differ from it in a few letters at the end. */
  async #nearest(word) {
    const shelf = await this.#shelf(Math.max(0, last(this.words, word)));
    let shared = 0;
    for (const form of shelf.lists.keys()) {
      while (form.startsWith(word.slice(0, shared + 1)) && shared < word.length) shared += 1;
    }
    return shared >= Math.max(4, word.length - 3) ? this.#beginning(word.slice(0, shared), shared + 3) : { begun: [], lists: [] };
  }

  /** Adds a list's documents, each with what the list says for it. */
  #weigh(list, into, factor) {
    const levels = list.replace("*", "").split(" ").map(digits);
    const count = list.startsWith("*") ? this.documents : levels.flat().length;
    const rare = Math.log(1 + this.documents / count) * factor;
    levels.forEach((gaps, level) => {
      let number = 0;
      for (const gap of gaps) into.set((number += gap), Math.max(into.get(number) ?? 0, rare * WEIGHTS[level]));
    });
  }

  /** The documents that have all of these words; `common` where nearly all have. */
  async #way(way, open, marks) {
    const found = { documents: null, common: true };
    for (const [at, word] of way.entries()) {
      const documents = new Map();
      const { list, forms } = await this.#list(word);
      const common = list?.startsWith("*");
      if (list !== undefined) this.#weigh(list, documents, 1);
      [word, ...forms].forEach((form) => marks.whole.add(form));
      // One letter begins too many words, unless it is one of a script without spaces, or a digit.
      if (open && at === way.length - 1 && (word.length > 1 || RegExp(`${UNSPACED}|\\d`, "u").test(word))) {
        marks.begun.add(word);
        for (const more of (await this.#beginning(word)).lists) this.#weigh(more, documents, UNFINISHED);
      }
      if (documents.size === 0 && !common) {
        const { begun, lists } = await this.#nearest(word);
        begun.forEach((form) => marks.whole.add(form));
        for (const more of lists) this.#weigh(more, documents, UNFINISHED);
      }
      found.common &&= common;
      if (found.documents === null) found.documents = documents;
      else if (!common) found.documents = new Map([...documents].filter(([number]) => found.documents.has(number)));
    }
    return found;
  }

  /** The numbers of a query's documents, the best first: those with all of its words, or else with the most. */
  async find(query, allowed) {
    const marks = { whole: new Set(), begun: new Set() };
    const units = [];
    for (const { ways, open } of parse(query)) {
      let found;
      for (const way of ways) {
        found = await this.#way(way, open, marks);
        if (found.documents.size > 0 || found.common) break;
      }
      units.push(found);
    }
    const telling = units.filter(({ common }) => !common);
    const scores = new Map();
    for (const { documents, common } of units) {
      const one = common && telling.length > 0 ? 0 : 1;
      for (const [number, weight] of documents) {
        const [count, sum] = scores.get(number) ?? [0, 0];
        if (!allowed || allowed[number]) scores.set(number, [count + one, sum + weight]);
      }
    }
    const needed = telling.length || 1;
    const most = Math.max(1, ...new Set([...scores.values()].map(([count]) => Math.min(count, needed))));
    const best = [...scores].filter(([, [count]]) => count >= most).map(([number, [, sum]]) => [sum * (KINDS[this.kind(number)] ?? 1), number]);
    best.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    return { numbers: best.map(([, number]) => number), all: most >= needed, marks };
  }

  kind(number) {
    return this.kinds.findLast(([, first]) => first <= number)[0];
  }

  /** A table of the documents that filters let through; null where there are none. */
  async filter({ q, kind, source, entity, from, to }) {
    if (!kind && !source && !entity && !from && !to) return null;
    const allowed = new Uint8Array(this.size);
    const dates = await this.#file("dates.txt", digits);
    const [earliest, latest] = [Date.parse(from ?? "0000-01-01") / 864e5, Date.parse(to ?? "9999-12-31") / 864e5];
    let [at, day] = [0, 0];
    for (const [name, first, count] of this.kinds) {
      for (let number = first, quotes; number < first + count; number += 1 + quotes) {
        const form = dates[at] & 3;
        quotes = dates[at++] >> 2;
        if (form) day += (dates[at] >> 1) ^ -(dates[at++] & 1);
        const end = form === 2 ? day + dates[at++] : day;
        if (from || to ? !form || day > latest || end < earliest : false) continue;
        allowed[number] = !kind || kind === name;
        if (kind ? kind === "quote" : q) allowed.fill(1, number + 1, number + 1 + quotes);
      }
    }
    for (const [name, id] of Object.entries({ source, entity })) {
      if (!id) continue;
      const runs = digits(((await this.#list(`${name}/${id}`)).list ?? "").slice(1));
      let end = 0;
      for (let at = 0; at < runs.length; at += 2) {
        allowed.fill(0, end, end + runs[at]);
        end += runs[at] + runs[at + 1];
      }
      allowed.fill(0, end);
    }
    return allowed;
  }

  /** What to show of a document. */
  async text(number) {
    const [first, name] = this.texts[last(this.texts, number)];
    const pages = await this.#file(`texts/${name}.json`, JSON.parse);
    const [start, [href, title, opening, source, date, iso, lang, quotes]] = pages[last(pages, number - first)];
    const quote = quotes?.[number - first - start - 1];
    return { kind: quote ? "quote" : this.kind(number), href, title, opening, source, date, iso, lang, quote };
  }
}

const SHOWN = 10;
const RECENT = 60_000;
const FIELDS = ["q", "kind", "source", "entity", "from", "to"];

const start = (template) => {
  template.replaceWith(template.content);
  const [form, status, list, everything] = ["form.search", ".search-status", ".results", ".a-to-z"].map((one) => document.querySelector(one));
  const { root } = list.dataset;
  const field = form.elements.q;
  let index;
  let asked = 0;

  const values = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));
  const address = () => `${location.pathname}?${new URLSearchParams(values())}`.replace(/\?$/, "");
  const say = (what, count = 0) => {
    status.textContent = status.dataset[what].replace("{count}", count.toLocaleString(document.documentElement.lang));
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** A text with the words that were looked for marked. */
  const marked = (text, { whole, begun }) => {
    const parts = [];
    let end = 0;
    for (const place of cut(text)) {
      if (!words(place.written).some((word) => whole.has(word) || [...begun].some((begin) => word.startsWith(begin)))) continue;
      parts.push(text.slice(end, place.start), element("mark", {}, place.written));
      end = place.end;
    }
    return [...parts, text.slice(end)];
  };

  const result = ({ kind, href, title, opening, source, date, iso, lang, quote }, marks) => {
    const own = { dir: "auto", ...(lang && { lang }) };
    const [anchor, text, translation] = quote ?? [];
    const headline = title ? element("cite", own, ...marked(title, marks)) : element("span", { className: "untitled" }, list.dataset.untitled);
    const link = quote
      ? element("q", own, element("a", { href: `${root}${href}#${anchor}` }, ...marked(text, marks)))
      : element("a", { href: root + href }, headline);
    const facts = [element("span", { className: "tag" }, form.querySelector(`option[value=${kind}]`).textContent)];
    if (quote) facts.push(element("span", {}, headline));
    if (source) facts.push(element("span", { className: "source" }, source));
    if (date) facts.push(element("time", iso ? { dateTime: iso } : {}, date));
    const made = element("li", { className: `line result-${kind}` }, element("p", { className: "line-title" }, link));
    const words = quote ? translation : opening;
    if (words) made.append(element("p", { className: "line-quote", ...(quote ? { dir: "auto" } : own) }, ...marked(words, marks)));
    made.append(element("p", { className: "line-facts" }, ...facts.flatMap((fact) => [fact, " "])));
    return made;
  };

  /** Puts the paragraph with most of the words in the place of a page's first words, if these have none of them. */
  const passage = async (item, marks) => {
    const page = new DOMParser().parseFromString(await (await fetch(item.querySelector("a").href)).text(), "text/html");
    page.querySelectorAll("sup").forEach((number) => number.remove());
    const all = [...page.querySelectorAll("main .prose p")].map((one) => marked(one.textContent.replace(/\s+/g, " "), marks));
    const [before, ...rest] = all.reduce((most, some) => (some.length > most.length ? some : most), [""]);
    const shown = [before.replace(/^.*\s(?=\S.{50})/, "… ")];
    let room = 180;
    for (const part of rest) {
      const text = part.textContent ?? part;
      if (room > 0) shown.push(text.length > room ? `${text.slice(0, room)} …` : part);
      room -= text.length;
    }
    if (rest.length > 0) item.querySelector(".line-quote")?.replaceChildren(...shown);
  };

  /** The same for all of some results, each when it comes into view: what nobody looks at is not fetched. */
  const passages = (items, marks) => {
    const watch = new IntersectionObserver((seen) => {
      for (const { target } of seen.filter((one) => one.isIntersecting)) {
        watch.unobserve(target);
        passage(target, marks).catch(console.warn);
      }
    });
    for (const item of items) if (!item.querySelector("mark")) watch.observe(item);
  };

  const clear = () => {
    list.replaceChildren();
    document.querySelector(".search-more")?.remove();
  };

  const show = async (found, from, mine) => {
    const texts = await Promise.all(found.numbers.slice(from, from + SHOWN).map((number) => index.text(number)));
    if (mine !== asked) return;
    const results = texts.map((text) => result(text, found.marks));
    if (from === 0) clear();
    document.querySelector(".search-more")?.remove();
    list.append(...results);
    if (from > 0) results[0].querySelector("a").focus();
    if (found.numbers.length > from + SHOWN) {
      const more = element("button", { type: "button", className: "search-more" }, list.dataset.more);
      more.addEventListener("click", () => show(found, from + SHOWN, mine));
      list.after(more);
    }
    if (found.marks.whole.size > 0) passages(results, found.marks);
  };

  const search = async (retry = true) => {
    const mine = (asked += 1);
    const wanted = values();
    const idle = Object.keys(wanted).length === 0;
    everything.hidden = !idle;
    if (idle) {
      clear();
      status.textContent = "";
      return;
    }
    try {
      // The site may be published anew while its page is open: then this index and the files would not fit each other.
      if (!index || Date.now() - index.at > RECENT) {
        const now = await Index.load(`${root}search/`);
        index = index?.version === now.version ? Object.assign(index, { at: now.at }) : now;
      }
      const allowed = await index.filter(wanted);
      const through = () => ({ numbers: [...allowed.keys()].filter((number) => allowed[number]).reverse(), all: true, marks: { whole: new Set(), begun: new Set() } });
      const found = wanted.q ? await index.find(field.value.trimStart(), allowed) : through();
      if (mine !== asked) return;
      await show(found, 0, mine);
      if (mine === asked) say(found.numbers.length === 0 ? "none" : found.all ? "count" : "some", found.numbers.length);
    } catch (error) {
      if (mine !== asked) return;
      index = undefined;
      if (retry) return search(false);
      console.error(error);
      clear();
      everything.hidden = false;
      say("failed");
    }
  };

  // What is looked for stands in the address, so that it can be kept, sent, and gone back to.
  const read = () => {
    const wanted = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const value = wanted.get(name) ?? "";
      const { options } = form.elements[name];
      if (options && ![...options].some((option) => option.value === value)) form.elements[name].add(new Option(value, value));
      form.elements[name].value = value;
    }
    form.querySelector("details").open ||= FIELDS.slice(1).some((name) => form.elements[name].value);
    search();
  };
  const commit = () => {
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    search();
  };
  let typing;
  field.addEventListener("input", () => {
    history.replaceState(null, "", address());
    clearTimeout(typing);
    typing = setTimeout(search, 120);
  });
  form.addEventListener("change", ({ target }) => {
    if (target !== field && FIELDS.includes(target.name)) commit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    commit();
  });
  addEventListener("popstate", read);

  // A key without a modifier can be in somebody's way, above all of those who speak to the computer: it can be turned off.
  const { slash } = form.elements;
  slash.checked = localStorage.getItem("crosscheck:slash") !== "off";
  slash.addEventListener("change", () => localStorage.setItem("crosscheck:slash", slash.checked ? "on" : "off"));
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    const here = target === field || list.contains(target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "/" && slash.checked && !target.closest("input, select, textarea")) {
      event.preventDefault();
      field.select();
    } else if (key === "Escape" && here) {
      event.preventDefault();
      if (target === field) {
        field.value = "";
        field.dispatchEvent(new Event("input"));
      }
      field.focus();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && here) {
      const stops = [field, ...list.querySelectorAll(".line-title a")];
      const next = stops[stops.indexOf(target) + (key === "ArrowDown" ? 1 : -1)];
      if (next) event.preventDefault();
      next?.focus();
    }
  });
  read();
};

const template = globalThis.document?.getElementById("_search");
if (template) start(template);
