// Shows the reason of a quotation on a card beside it. Without it the quotation is a link to that reason.
(() => {
  const card = document.createElement('div');
  card.setAttribute('aria-hidden', 'true');
  card.hidden = true;
  document.body.append(card);
  let shown = null, leaving = 0;

  const light = on => document.querySelectorAll(`article [data-of="${shown?.dataset.of}"]`)
    .forEach(part => part.classList.toggle('lit', on));
  const hide = () => { light(false); card.hidden = true; shown = null; };
  const show = quote => {
    clearTimeout(leaving);
    if (quote === shown) return;
    hide();
    shown = quote;
    light(true);
    const reason = document.querySelector(quote.hash);
    card.className = 'card ' + [...quote.classList].find(name => name.startsWith('voice-'));
    card.textContent = reason.textContent;
    card.hidden = false;
    const last = [...quote.getClientRects()].at(-1), text = quote.closest('.block > *').getBoundingClientRect();
    card.style.top = `${last.bottom + scrollY + 8}px`;
    card.style.left = `${Math.max(text.left, Math.min(last.left, text.right - card.offsetWidth)) + scrollX}px`;
  };
  const leave = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };
  const quoteOf = event => event.target.closest?.('article a.quote');

  document.addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const quote = quoteOf(event);
    if (quote) show(quote);
    else if (card.contains(event.target)) clearTimeout(leaving);
    else if (shown && document.activeElement !== shown) leave();
  });
  document.addEventListener('focusin', event => quoteOf(event) ? show(quoteOf(event)) : leave());
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
  document.addEventListener('click', event => {
    const quote = quoteOf(event);
    // The Enter key, whose click has no count, follows the link.
    if (quote && event.detail > 0) { event.preventDefault(); show(quote); }
    else if (!card.contains(event.target)) hide();
  });
})();
