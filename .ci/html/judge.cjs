// Opens each page from its file in Chromium and plays what a reader does. Prints one line for each page, and what is wrong.
const { chromium } = require('playwright-core');
const { mkdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const AXE = require.resolve('axe-core');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 375, height: 800 };

const wrong = [];
const expect = (holds, what) => { if (!holds) wrong.push(what); };

// Opens a page, and keeps every message and every request but the one for the page itself.
async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  page.on('console', (message) => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

// What axe says about the page as it is shown now; returns how many rules passed.
async function withoutBarriers(page, where) {
  // Skipped boxes have no colours to look at.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('article, article section')) part.style.contentVisibility = 'visible';
  });
  await page.waitForTimeout(300);
  // What has just been laid out is measured a little later; axe says what was not.
  const areMeasured = () => [...document.querySelectorAll('.wide')].every((it) => it.scrollWidth <= it.clientWidth || it.tabIndex === 0);
  await page.waitForFunction(areMeasured, null, { timeout: 10000 }).catch(() => {});
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { passes, violations, incomplete } = await page.evaluate(() => window.axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
  }));
  for (const rule of violations) {
    const nodes = rule.nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`);
    wrong.push(`axe, ${where}: ${rule.id} (${rule.nodes.length} places)\n    ${nodes.join('\n    ')}`);
  }
  return { passed: passes.map((rule) => rule.id), unsure: incomplete.map((rule) => `${rule.id} (${rule.nodes.length})`) };
}

// The readers of HTML and of XML must see the same elements, attributes and texts.
async function sameTree(page, file) {
  // The style is left out: a parser would hold it against the policy of this page, without the marks around it.
  const text = readFileSync(file, 'utf8').replace(/<style>[^]*?<\/style>/, '');
  const differs = await page.evaluate((text) => {
    const html = new DOMParser().parseFromString(text, 'text/html');
    const xml = new DOMParser().parseFromString(text, 'application/xhtml+xml');
    const fault = xml.querySelector('parsererror');
    if (fault) return fault.textContent.slice(0, 200);
    const isEmbedded = (node) => ['script', 'style'].includes(node.localName);
    const attributes = (node) => [...(node.attributes ?? [])].filter((it) => !it.name.startsWith('xmlns'))
      .map((it) => `${it.name}=${it.value}`).sort().join(' ');
    const kept = (node) => [...node.childNodes].filter((it) => it.nodeType !== 3 || it.data.trim() !== '' || it.parentNode.localName === 'code');
    const walk = (one, other) => {
      if (one.nodeName.toLowerCase() !== other.nodeName.toLowerCase() || attributes(one) !== attributes(other)) {
        return `${one.nodeName} ${attributes(one)} is ${other.nodeName} ${attributes(other)}`;
      }
      if (one.nodeType === 3) return one.data === other.data ? null : `${one.data} is ${other.data}`;
      if (isEmbedded(one)) return null;
      const [ones, others] = [kept(one), kept(other)];
      if (ones.length !== others.length) return `${one.nodeName}#${one.id} has ${ones.length} and ${others.length} children`;
      for (let at = 0; at < ones.length; at += 1) {
        const differs = walk(ones[at], others[at]);
        if (differs) return differs;
      }
      return null;
    };
    return walk(html.documentElement, xml.documentElement);
  }, text);
  expect(differs === null, `not the same tree as HTML and as XML: ${differs}`);
}

const visible = (page, selector) => page.locator(`${selector}:visible`).count();

// A word that one system or member alone has in its name is found, leads to its place, and is marked there.
async function searches(page) {
  const name = (await page.locator('#systems tbody th, #members tbody th').first().textContent()).trim();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.className) === 'skip', 'the first stop is not the skip link');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.id) === 'query', 'the second stop is not the search field');
  await page.keyboard.type(name.toUpperCase());
  const found = await page.locator('#found').textContent();
  expect(/[1-9]/.test(found), `"${name}" is not found: ${found}`);
  expect(await visible(page, '#places li') > 0, 'no place is listed');
  for (let stops = 0; stops < 10 && !await page.evaluate(() => document.activeElement.closest('#places')); stops += 1) {
    await page.keyboard.press('Tab');
  }
  const goal = await page.evaluate(() => document.activeElement.hash);
  await page.keyboard.press('Enter');
  expect(decodeURIComponent(await page.evaluate(() => location.hash)) === decodeURIComponent(goal) && goal !== '', 'Enter leads nowhere');
  expect(await visible(page, '#places') === 0, 'the list stays in the way');
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size > 0), 'nothing is marked');
  await page.locator('#query').fill('no such words anywhere');
  expect(/0/.test(await page.locator('#found').textContent()), 'something is found that is not there');
  await page.locator('#query').focus();
  await page.keyboard.press('Escape');
  expect(await visible(page, '#places') === 0, 'Escape does not close the list');
  await page.locator('#everything').click();
  expect(await page.locator('#query').inputValue() === '', 'the search is not cleared');
}

// Each filter leaves what it names and hides the rest: systems, gaps, sheets, entries of the contents; members and their rows.
async function filters(page) {
  for (const filter of await page.locator('#tools select').evaluateAll((all) => all.map((it) => it.id))) {
    const values = await page.locator(`#${filter} option`).evaluateAll((all) => all.map((it) => it.value).filter((it) => it !== ''));
    for (const value of values.slice(0, 12)) {
      await page.locator(`#${filter}`).selectOption(value);
      const strays = await page.evaluate(({ filter, value }) => [...document.querySelectorAll(`[data-${filter}s]`)]
        .filter((it) => it.hidden === it.dataset[`${filter}s`].split(' ').includes(value)).length, { filter, value });
      expect(strays === 0, `${filter} ${value}: ${strays} elements are shown or hidden wrongly`);
    }
    await page.locator('#everything').click();
    expect(await page.locator(`[data-${filter}s][hidden]`).count() === 0, `${filter}: something stays hidden`);
  }
  const sheets = await page.locator('#systems tbody th a').evaluateAll((all) => all.map((it) => it.hash.slice(1)));
  if (sheets.length < 2) return;
  await page.locator('#system').selectOption(sheets[0].split('/')[1]);
  expect(await visible(page, '#systems tbody tr') === 1, 'a filter by system leaves more than one system');
  expect(await visible(page, `[id="${sheets[0]}"]`) === 1, 'a filter by system hides its sheet');
  expect(await visible(page, `[id="${sheets[1]}"]`) === 0, 'a filter by system leaves another sheet');
  await page.evaluate((id) => { location.hash = id; }, sheets[1]);
  await page.waitForTimeout(100);
  expect(await visible(page, `[id="${sheets[1]}"]`) === 1, 'a link to a hidden sheet leads nowhere');
  await page.locator('#everything').click();
}

// Whoever walks with the keyboard meets the parts in the order of the page, sees where they are, and gets out again.
async function walks(page) {
  // Whoever leaves the skip link goes on behind it.
  await page.evaluate(() => { document.querySelector('.skip').focus(); document.activeElement.blur(); scrollTo(0, 0); });
  const stops = [];
  for (let at = 0; at < 400; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement;
      const box = here.getBoundingClientRect();
      const order = [...document.querySelectorAll('*')].indexOf(here);
      const style = getComputedStyle(here);
      return { is: here.localName, order, seen: style.outlineStyle !== 'none' && box.width > 0, x: `${here.id} ${here.textContent.slice(0, 30)}` };
    });
    if (stop.is === 'body') break;
    stops.push(stop);
  }
  // A page of two documents can have fewer than twenty; all of them are met.
  const there = await page.evaluate(() => [...document.querySelectorAll('a[href], input, select, button, summary')]
    .filter((it) => it.checkVisibility()).length);
  expect(stops.length > Math.min(20, there - 2), `only ${stops.length} stops of ${there}`);
  const unseen = stops.filter((stop) => !stop.seen).map((stop) => `${stop.is} ${stop.x}`);
  expect(unseen.length === 0, `the focus is not seen at ${unseen.slice(0, 3)}`);
  const orders = stops.map((stop) => stop.order);
  expect(orders.every((order, at) => at === 0 || order > orders[at - 1]), 'the stops are not in the order of the page');
}

// Ids are met once, links within the page lead somewhere, headings leave no level out.
async function isSound(page) {
  const faults = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
    const known = new Set(ids);
    const faults = [];
    if (known.size !== ids.length) faults.push(`${ids.length - known.size} ids are met twice`);
    const lost = [...document.querySelectorAll('a[href^="#"]')].filter((it) => !known.has(decodeURIComponent(it.hash.slice(1))));
    if (lost.length > 0) faults.push(`${lost.length} links lead nowhere, such as ${lost[0].hash}`);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((it) => Number(it.localName[1]));
    if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1');
    levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) faults.push(`h${levels[at - 1]} is followed by h${level}`); });
    return faults;
  });
  wrong.push(...faults);
}

async function looksAlright(page, where, shots) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow <= 0, `${where}: the page is ${overflow} pixels wider than the window`);
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  const name = where.replace(/[^a-z]+/g, '-');
  const kept = (file) => page.screenshot({ path: path.join(shots, file), caret: 'initial' });
  await page.evaluate(() => scrollTo(0, 0));
  await kept(`${name}.png`);
  for (const [at, id] of ['systems', 'index', 'gaps', 'inventory', 'transparency'].entries()) {
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), id);
    await page.waitForTimeout(150);
    await kept(`${name}-${at}-${id}.png`);
  }
}

async function judged(browser, file, shots) {
  const passed = new Set();
  const unsure = new Set();
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, viewport] of [['wide', WIDE], ['narrow', NARROW]]) {
      const where = `${colorScheme} ${width}`;
      const page = await opened(browser, file, { viewport, colorScheme });
      if (where === 'light wide') {
        await isSound(page);
        await searches(page);
        await filters(page);
        await walks(page);
        await sameTree(page, file);
      }
      await looksAlright(page, where, shots);
      const rules = await withoutBarriers(page, where);
      rules.passed.forEach((rule) => passed.add(rule));
      rules.unsure.forEach((rule) => unsure.add(`${where}: ${rule}`));
      await page.context().close();
    }
  }
  // Without its script everything can be read, and nothing is offered that would not work.
  const plain = await opened(browser, file, { viewport: WIDE, javaScriptEnabled: false });
  expect(await plain.locator('#tools:visible').count() === 0, 'filters are offered without the script');
  expect(await plain.locator('article:visible').count() === await plain.locator('article').count(), 'something is hidden without the script');
  await plain.context().close();
  return { passed: passed.size, unsure: [...unsure] };
}

// What `run` says as well when there is no browser.
const NOT_TO_BE_HAD = 3;

async function main(files) {
  const options = { executablePath: process.env.BROWSER, args: ['--no-sandbox', '--disable-gpu'] };
  const browser = await chromium.launch(options).catch((error) => console.error(`the browser does not start: ${error.message}`));
  if (!browser) return NOT_TO_BE_HAD;
  try {
    for (const file of files) {
      const before = wrong.length;
      const { passed, unsure } = await judged(browser, path.resolve(file), process.env.SHOTS);
      const verdict = wrong.length === before ? 'passes' : 'FAILS';
      console.log(`${file}: ${verdict}; ${passed} rules of axe hold in light and dark, wide and narrow`);
      if (process.env.SHOTS) unsure.forEach((rule) => console.log(`  for a person to look at: ${rule}`));
    }
  } finally {
    await browser.close();
  }
  wrong.forEach((what) => console.error(`  ${what}`));
  return wrong.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => { process.exitCode = code; }, (error) => {
  console.error(error);
  process.exitCode = 1;
});
