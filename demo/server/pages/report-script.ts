const opener = window.opener as Window | null;
const report = document.getElementById('report');

// The shape of the CRM's own sample, but for this site's eyes only.
if (opener && report) {
  opener.postMessage({ error: report.dataset.error, status: 'error' }, location.origin);
  window.close();
}
