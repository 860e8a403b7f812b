// Search and filters of the page that holds all documents. Reads what stands on the page and nothing else; writes text
// only, never markup. Everything it changes can be changed back with one button.
(() => {
  'use strict';

  const by = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [tools, query, places, found] = ['tools', 'query', 'places', 'found'].map(by);
  const filters = all('select', tools);
  const filtered = all('[data-systems], [data-members]');

  // Puts numbers into a sentence that the page brings.
  const said = (sentence, numbers) => sentence.replace(/\{([a-z-]+)\}/g, (_, name) => String(numbers[name]));

  // What somebody types is found whatever its case and accents.
  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  // --- Filters ---

  const isMeant = (element) => filters.every((filter) => {
    const labels = (element.dataset[`${filter.id}s`] ?? '').split(' ');
    return filter.value === '' || labels.includes(filter.value);
  });

  const count = (rows) => [rows.filter((row) => !row.hidden).length, rows.length];

  const applyFilters = () => {
    for (const element of filtered) element.hidden = !isMeant(element);
    if (!tools.dataset.shown) return;
    const [systems, nSystems] = count(all('#systems tr[data-systems]'));
    const [gaps, nGaps] = count(all('article tr[data-systems]'));
    by('shown').textContent = said(tools.dataset.shown, {
      systems, gaps, 'n-systems': nSystems, 'n-gaps': nGaps,
    });
  };

  // --- Search ---

  // The texts of a section without those of its parts, so that words of neighbouring cells do not run into one another.
  const textOf = (section) => {
    const isOwn = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.localName === 'section' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    };
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, isOwn);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join(' ').replace(/\s+/g, ' ').trim();
  };

  const described = (section) => {
    const article = section.closest('article');
    const around = [article, section.parentElement.closest('section'), section].filter((it) => it !== null);
    const headings = around.map((it) => it.querySelector('h2, h3, h4'));
    const heading = headings.at(-1);
    const text = textOf(section);
    const name = [...new Set(headings)].map((it) => it.textContent).join(' › ');
    return { section, article, heading, name, text, folded: folded(text), foldedName: folded(heading.textContent) };
  };

  // Texts are gathered while the browser has nothing else to do, so that the first letter that is typed finds them there.
  const unread = all('main > section, article section').filter((it) => it.querySelector('h2, h3, h4'));
  const known = [];
  const readOn = (hasTime) => {
    while (known.length < unread.length && hasTime()) known.push(described(unread[known.length]));
  };
  const readIdly = (deadline) => {
    readOn(() => deadline.timeRemaining() > 0);
    if (known.length < unread.length) requestIdleCallback(readIdly);
  };
  const sections = () => {
    readOn(() => true);
    return known;
  };

  const foundIn = (words) => {
    const isThere = (it) => !it.article?.hidden && words.every((word) => it.folded.includes(word));
    const isNamed = (it) => words.every((word) => it.foldedName.includes(word));
    const hits = sections().filter(isThere);
    return [...hits.filter(isNamed), ...hits.filter((it) => !isNamed(it))];
  };

  // Some words around the first one that was found; folding may have changed lengths, so the place is near, not exact.
  const snippet = ({ text, folded: searched }, word) => {
    const near = Math.max(0, searched.indexOf(word) - 60);
    const start = near === 0 ? 0 : text.indexOf(' ', near) + 1;
    const far = Math.min(text.length, start + 160);
    const end = far === text.length ? far : Math.max(start, text.lastIndexOf(' ', far));
    return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  };

  const place = (hit, word) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${hit.heading.id}`;
    link.textContent = hit.name;
    const language = hit.heading.closest('[lang]')?.lang;
    if (language) item.lang = language;
    const words = document.createElement('p');
    words.textContent = snippet(hit, word);
    item.append(link, words);
    return item;
  };

  const search = () => {
    const words = folded(query.value).split(/\s+/).filter((word) => word !== '');
    places.hidden = words.length === 0;
    if (places.hidden) return mark(null, []);
    const hits = foundIn(words);
    const most = Number(tools.dataset.most);
    const sentence = hits.length > most ? tools.dataset.foundFirst : tools.dataset.found;
    found.textContent = said(sentence, { n: hits.length, most });
    places.querySelector('ol').replaceChildren(...hits.slice(0, most).map((hit) => place(hit, words[0])));
  };

  // Marks the words in the section that was chosen, where the browser can do so without changing the page.
  const mark = (section, words) => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete('found');
    if (!section) return;
    const ranges = [];
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = folded(node.data);
      // Where folding moves letters, the marks would stand beside the words.
      if (text.length !== node.data.length) continue;
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  };

  // --- Moving about ---

  const showEverything = () => {
    for (const field of [query, ...filters]) field.value = '';
    applyFilters();
    search();
  };

  // A link may lead to a document that a filter hides.
  const follow = () => {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('[hidden]')) return;
    for (const filter of filters) filter.value = '';
    applyFilters();
    target.scrollIntoView();
  };

  const choose = (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    const words = folded(query.value).split(/\s+/).filter((word) => word !== '');
    places.hidden = true;
    mark(by(decodeURIComponent(link.hash.slice(1))).closest('section'), words);
  };

  // A table that is wider than its place is scrolled, and whoever has no mouse must be able to stand on it. What is not laid
  // out meets no window, however large, and to measure it would be to lay it out.
  const watchWidths = () => {
    const widths = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute('tabindex');
      }
    });
    const laidOut = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) widths.observe(target);
        else widths.unobserve(target);
      }
    }, { rootMargin: '10000000px' });
    for (const wide of all('.wide')) laidOut.observe(wide);
  };

  const begin = () => {
    tools.hidden = false;
    tools.addEventListener('submit', (event) => event.preventDefault());
    query.addEventListener('input', search);
    query.addEventListener('focus', search);
    places.addEventListener('click', choose);
    for (const filter of filters) filter.addEventListener('change', () => { applyFilters(); search(); });
    by('everything').addEventListener('click', showEverything);
    tools.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      places.hidden = true;
      query.focus({ preventScroll: true });
      places.hidden = true;
    });
    addEventListener('hashchange', follow);
    if (matchMedia('(width < 60rem)').matches) document.querySelector('#contents details').open = false;
    applyFilters();
    follow();
    watchWidths();
    globalThis.requestIdleCallback?.(readIdly);
  };

  begin();
})();
