// Loads the page anew when the server has a newer build than the one that is shown, and says when the inventory has errors.
(() => {
  'use strict';
  const shown = document.documentElement.dataset.build;
  const notice = document.createElement('p');
  notice.className = 'callout alert live';
  notice.setAttribute('role', 'status');
  document.body.prepend(notice);
  const events = new EventSource('/events');
  events.addEventListener('build', (event) => {
    if (event.data !== shown) location.reload();
  });
  events.addEventListener('trouble', (event) => {
    notice.textContent = event.data;
  });
})();
