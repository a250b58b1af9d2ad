(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = $('controls'), search = $('q'), day = $('on'), any = $('any');
  const selects = ['place', 'domain', 'kind'].map($);
  const marks = all('[name=evidence]');

  // As the library compares: small letters, no blanks and strokes, plain hyphens, full-width signs as plain ones, GB/T as GBT, years of four digits.
  const plain = text => text.normalize('NFKC').toLowerCase().replace(/[\s/]+/g, '').replace(/[-\u2010-\u2015\u2212]+/g, '-');
  const number = text => plain(text).replace(/-(\d\d)$/, '-19$1');

  const text = element => element ? plain(element.textContent) : '';
  const editions = all('.edition, #known li').map(element => ({
    element,
    place: element.dataset.in, from: element.dataset.from || '', until: element.dataset.until || '9999',
    number: number(element.querySelector('.number').textContent),
    words: [text(element.querySelector('.number')), text(element.querySelector('.title')), element.id].join('\n'),
    rows: all('tbody > tr', element).map(row => ({
      element: row,
      domain: row.dataset.d, kind: row.dataset.k, evidence: row.dataset.e,
      days: row.dataset.on ? row.dataset.on.split(' ').map(span => span.split('/')) : null,
      words: null,
    })),
  }));
  const links = new Map(all('nav p a:not(.domain)').map(link => [link.hash.slice(1), link]));
  const groups = ['section.domain', 'section.place', 'nav p', 'nav .place'].map(selector => all(selector));

  const show = (element, visible) => { if (element.hidden === visible) element.hidden = !visible; };
  // Built while nothing else is to be done, or when first searched for.
  const wordsOf = row => row.words ??= [row.element.id, ...all('.t, .clause, .m, .m + code', row.element).map(text)].join('\n');
  const within = (on, from, until) => from <= on && (until === '' || on < until);

  function filter() {
    const words = search.value.split(/\s+/).filter(Boolean).map(plain).filter(Boolean);
    const whole = /\d/.test(search.value) && plain(search.value).length > 2 ? number(search.value) : null;
    const on = any.checked || !day.value ? '' : day.value;
    const places = selects[0].value ? selects[0].selectedOptions[0].dataset.in.split(' ') : null;
    const domain = selects[1].value, kind = selects[2].value;
    const evidence = marks.filter(mark => mark.checked).map(mark => mark.value).join('');
    let shown = 0, others = 0;
    for (const edition of editions) {
      const placed = !places || places.includes(edition.place);
      const valid = !on || within(on, edition.from, edition.until);
      const rest = whole && edition.number.startsWith(whole) ? [] : words.filter(word => !edition.words.includes(word) && !edition.number.includes(number(word)));
      const visibleRows = new Set();
      for (const row of edition.rows) {
        const found = placed && (!domain || row.domain === domain) && (!kind || row.kind === kind) && evidence.includes(row.evidence)
          && (rest.length === 0 || rest.every(word => wordsOf(row).includes(word)));
        const holds = valid && (!on || !row.days || row.days.some(([from, until]) => within(on, from, until)));
        if (found && holds) visibleRows.add(row);
        else if (found) others++;
      }
      shown += visibleRows.size;
      // Rows of an edition that is hidden as a whole stay as they are: there is less to lay out anew.
      if (visibleRows.size > 0) for (const row of edition.rows) show(row.element, visibleRows.has(row));
      const visible = edition.rows.length > 0 ? visibleRows.size > 0 : placed && valid && !domain && !kind && rest.length === 0;
      show(edition.element, visible);
      const link = links.get(edition.element.id);
      if (link) show(link, visible);
    }
    for (const group of groups)
      for (const element of group)
        show(element, element.querySelector(element.matches('nav .place') ? 'p:not([hidden])' : element.matches('nav p') ? 'a:not(.domain):not([hidden])' : '.edition:not([hidden]), li[id]:not([hidden])') !== null);
    // What is searched for shall stand right below the search.
    show($('contents'), words.length === 0);
    const format = new Intl.NumberFormat('en');
    // An edition that is known by its number only is a hit, too.
    show($('nothing'), shown === 0 && !document.querySelector('#known li:not([hidden])'));
    for (const element of all('.shown')) element.textContent = format.format(shown);
    for (const element of all('.other')) element.textContent = format.format(others);
    show($('others'), others > 0);
    const active = selects.filter(select => select.value).length + (evidence.length < marks.length ? 1 : 0) + (on === day.dataset.default ? 0 : 1);
    $('active').textContent = active > 0 ? '(' + active + ')' : '';
  }

  function language() {
    const isChinese = $('zh').checked;
    document.documentElement.lang = isChinese ? 'zh' : 'en';
    for (const element of all('[data-en]')) {
      const value = isChinese ? element.dataset.zh : element.dataset.en;
      if (element === search) element.placeholder = value;
      else element.textContent = value;
    }
  }

  // The state stands in the address, so that it can be passed on: #q=PM10&on=2031-01-01&lang=zh
  let writing = 0;
  function remember() {
    clearTimeout(writing);
    writing = setTimeout(() => {
      const state = new URLSearchParams();
      const put = (name, value, usual = '') => { if (value !== usual) state.set(name, value); };
      put('q', search.value.trim());
      put('on', any.checked || !day.value ? 'any' : day.value, day.dataset.default);
      for (const select of selects) put(select.id, select.value);
      put('evidence', marks.filter(mark => mark.checked).map(mark => mark.value).join(''), marks.map(mark => mark.value).join(''));
      put('lang', $('zh').checked ? 'zh' : 'en', usualLanguage);
      // Some browsers refuse to change the address of a file, or too often.
      try { history.replaceState(null, '', '#' + state); } catch { }
    }, 300);
  }

  function restore(state) {
    search.value = state.get('q') ?? '';
    const on = state.get('on') ?? day.dataset.default;
    any.checked = on === 'any';
    day.value = any.checked ? day.dataset.default : on;
    for (const select of selects) {
      select.value = state.get(select.id) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    const evidence = state.get('evidence');
    for (const mark of marks) mark.checked = evidence === null || evidence.includes(mark.value);
    const chosen = state.get('lang') ?? ($('zh').checked ? 'zh' : 'en');
    if (chosen === 'zh' || chosen === 'en') $(chosen).checked = true;
    language();
    day.disabled = any.checked;
  }

  // The address is a state, or the anchor of a row, which must then be seen whatever was asked for before.
  function arrive(isFirst) {
    const hash = location.hash.slice(1);
    if (hash.includes('=')) {
      restore(new URLSearchParams(hash));
      filter();
      return;
    }
    if (isFirst) restore(new URLSearchParams());
    let target = null;
    try { target = $(decodeURIComponent(hash)); } catch { }
    if (isFirst) filter();
    if (!target || !target.closest('main')) return;
    if (target.closest('[hidden]')) {
      restore(new URLSearchParams('on=any'));
      filter();
    }
    target.scrollIntoView();
    const details = target.matches('tr') ? target.querySelector('details') : null;
    if (details) details.open = true;
  }

  const usualLanguage = $('zh').defaultChecked ? 'zh' : 'en';
  const change = () => { day.disabled = any.checked; filter(); remember(); };
  form.addEventListener('input', change);
  form.addEventListener('submit', event => { event.preventDefault(); search.blur(); });
  form.addEventListener('reset', event => { event.preventDefault(); restore(new URLSearchParams()); change(); });
  $('others').addEventListener('click', () => { any.checked = true; change(); search.focus(); });
  for (const radio of [$('en'), $('zh')]) radio.addEventListener('change', () => { language(); remember(); });
  addEventListener('hashchange', () => arrive(false));
  form.hidden = false;
  if (matchMedia('(max-width: 52rem)').matches) $('toc').open = false;
  arrive(true);
  const rows = editions.flatMap(edition => edition.rows);
  const prepare = first => {
    for (const row of rows.slice(first, first + 100)) wordsOf(row);
    if (rows.length > first + 100) setTimeout(prepare, 0, first + 100);
  };
  setTimeout(prepare, 200, 0);
})();
