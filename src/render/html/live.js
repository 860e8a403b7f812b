// Loads the page anew when the server has another one than is shown, and says when the last change could not be shown.
(() => {
  'use strict';
  const shown = document.currentScript.dataset.page;
  const notice = document.createElement('p');
  notice.className = 'callout alert live';
  notice.setAttribute('role', 'status');
  document.querySelector('main').prepend(notice);
  const events = new EventSource('/events');
  events.addEventListener('page', (event) => {
    if (event.data !== shown) location.reload();
  });
  events.addEventListener('trouble', (event) => {
    notice.textContent = event.data;
  });
  events.addEventListener('well', () => {
    notice.textContent = '';
  });
})();
